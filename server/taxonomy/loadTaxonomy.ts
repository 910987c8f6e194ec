import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Kind, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { csvRows, type CsvRow } from './csvRows.ts'

/** What is wrong with a taxonomy file, in both languages; line 0 speaks of the file as a whole. */
export type TaxonomyProblem = { readonly line: number; readonly zh: string; readonly en: string }

/** A taxonomy with what a person should look at, or the reasons why the file cannot be used. */
export type LoadedTaxonomy =
  | { readonly ok: true; readonly taxonomy: Taxonomy; readonly warnings: readonly TaxonomyProblem[] }
  | { readonly ok: false; readonly problems: readonly TaxonomyProblem[] }

/** Columns in any order; their names are those of the file a town downloads. */
const columns = [
  'code',
  'nature',
  'group',
  'name_zh',
  'name_en',
  'primary_force',
  'support_forces',
  'urgency',
  'cn110_codes',
  'examples_of_scope',
] as const
type Column = (typeof columns)[number]

const columnOf: Readonly<Record<string, Column>> = {
  code: 'code',
  nature: 'nature',
  group: 'group',
  nameZh: 'name_zh',
  nameEn: 'name_en',
  primaryForce: 'primary_force',
  supportForces: 'support_forces',
  urgency: 'urgency',
  cn110Codes: 'cn110_codes',
  scope: 'examples_of_scope',
}

const list = (cell: string): readonly string[] =>
  cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const refused = (problem: TaxonomyProblem): LoadedTaxonomy => ({ ok: false, problems: [problem] })

type Read = { readonly line: number; readonly kind: Kind }

const inChinese = { error: z.locales.zhCN().localeError }

const problemsOf = (line: number, row: unknown): readonly TaxonomyProblem[] => {
  const english = Kind.safeParse(row).error?.issues ?? []
  const chinese = Kind.safeParse(row, inChinese).error?.issues ?? []
  return english.map((issue, i) => {
    const column = columnOf[String(issue.path[0])] ?? String(issue.path[0])
    const zh = `第 ${line} 行“${column}”列不可用：${chinese[i]?.message ?? issue.message}`
    return { line, zh, en: `Line ${line}, column "${column}": ${issue.message}` }
  })
}

const readRow = (row: CsvRow, at: ReadonlyMap<Column, number>): Read | readonly TaxonomyProblem[] => {
  const cell = (column: Column) => row.cells[at.get(column) ?? -1] ?? ''
  const written = {
    code: cell('code'),
    nature: cell('nature'),
    group: cell('group'),
    nameZh: cell('name_zh'),
    nameEn: cell('name_en'),
    primaryForce: cell('primary_force'),
    supportForces: list(cell('support_forces')),
    urgency: cell('urgency'),
    cn110Codes: list(cell('cn110_codes')),
    scope: cell('examples_of_scope'),
  }
  const parsed = Kind.safeParse(written)
  return parsed.success ? { line: row.line, kind: parsed.data } : problemsOf(row.line, written)
}

/** Keeps the first of each code and says which later lines were left out. */
const firstOfEachCode = (read: readonly Read[]): { readonly kept: readonly Read[]; readonly warnings: readonly TaxonomyProblem[] } => {
  const lineOf = new Map<string, number>()
  const kept: Read[] = []
  const warnings: TaxonomyProblem[] = []
  for (const one of read) {
    const {
      line,
      kind: { code },
    } = one
    const first = lineOf.get(code)
    if (first === undefined) {
      lineOf.set(code, line)
      kept.push(one)
      continue
    }
    warnings.push({
      line,
      zh: `第 ${line} 行的编码 ${code} 与第 ${first} 行重复，采用第 ${first} 行`,
      en: `Line ${line} repeats code ${code} of line ${first}; line ${first} is used`,
    })
  }
  return { kept, warnings }
}

/** A national code under several kinds is lawful (500500 is gas and water); it only speaks less clearly. */
const sharedNationalCodes = (read: readonly Read[]): readonly TaxonomyProblem[] => {
  const owner = new Map<string, string>()
  const warnings: TaxonomyProblem[] = []
  for (const { line, kind } of read) {
    for (const code of kind.cn110Codes) {
      const first = owner.get(code)
      if (first === undefined) owner.set(code, kind.code)
      else
        warnings.push({
          line,
          zh: `第 ${line} 行：110 类型代码 ${code} 同时属于 ${first} 和 ${kind.code}，须由文字区分`,
          en: `Line ${line}: 110 code ${code} belongs to both ${first} and ${kind.code}; the words decide between them`,
        })
    }
  }
  return warnings
}

/** The taxonomy written in a CSV text; every bad line is named at once, not only the first. */
export const parseTaxonomy = (text: string): LoadedTaxonomy => {
  if (text.includes('\ufffd')) {
    return refused({ line: 0, zh: '文件不是 UTF-8 编码，请另存为“CSV UTF-8”', en: 'The file is not UTF-8; save it as "CSV UTF-8"' })
  }
  const rows = csvRows(text)
  if ('strayQuoteAtLine' in rows) {
    const line = rows.strayQuoteAtLine
    return refused({ line, zh: `第 ${line} 行的引号不成对`, en: `Line ${line} has an unmatched quote` })
  }
  const [header, ...body] = rows
  const at = new Map(columns.map((column) => [column, header?.cells.indexOf(column) ?? -1] as const))
  const missing = columns.filter((column) => at.get(column) === -1)
  if (missing.length > 0) {
    return refused({ line: 1, zh: `首行缺少列：${missing.join('、')}`, en: `The first line lacks columns: ${missing.join(', ')}` })
  }
  if (body.length === 0) return refused({ line: 0, zh: '文件里没有任何类别', en: 'The file holds no kinds' })
  const results = body.map((row) => readRow(row, at))
  const problems = results.flatMap((result) => ('kind' in result ? [] : result))
  if (problems.length > 0) return { ok: false, problems }
  const { kept, warnings } = firstOfEachCode(results.flatMap((result) => ('kind' in result ? [result] : [])))
  return { ok: true, taxonomy: kept.map(({ kind }) => kind), warnings: [...warnings, ...sharedNationalCodes(kept)] }
}

/** The taxonomy in the file at this path; a file that cannot be read is a problem like any other. */
export const loadTaxonomy = async (path: string): Promise<LoadedTaxonomy> => {
  try {
    return parseTaxonomy(await readFile(path, 'utf8'))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return refused({ line: 0, zh: `类别文件无法读取：${why}`, en: `The taxonomy file cannot be read: ${why}` })
  }
}
