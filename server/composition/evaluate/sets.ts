import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { corpusLine, type LabelledText } from '../../../shared/domain/narrative/corpusLine.ts'
import { eveningLine, type EveningReport } from '../../../shared/domain/narrative/eveningLine.ts'
import { labelledLines } from '../../../shared/domain/narrative/labelledLines.ts'
import { fillSlots, type Slot } from '../../../shared/domain/narrative/narrative.ts'
import { readStories } from '../../demo/readStories.ts'
import type { HaikouOrder } from './haikou.ts'

/** A text of a set: what is labelled is there, what is not is null. */
export type Example = {
  /** What its set calls it: its own name, or the number of its line. */
  readonly id: string
  readonly text: string
  readonly kinds: readonly KindCode[]
  readonly policeNeeded: boolean
  readonly critical: boolean
  /** The words that say where; empty when none are said, null where it was not labelled. */
  readonly place: string | null
}

export type ExampleSet = {
  readonly name: string
  readonly about: string
  /** Written for this product; texts of others are measured, never written down. */
  readonly isOurs: boolean
  readonly examples: readonly Example[]
}

const linesOf = async (file: string): Promise<readonly string[]> => (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')

const exampleOf = ({ text, kinds, policeNeeded, critical, places }: LabelledText, id: string): Example => ({
  id,
  text,
  kinds,
  policeNeeded,
  critical,
  place: places[0] ? text.slice(...places[0]) : '',
})

/** Evenings of the writer whom no model has read. */
const judgeEvenings = async (resources: string) => {
  const folder = join(resources, 'corpus/judge')
  const files = (await readdir(folder)).filter((name) => name.startsWith('evening')).sort()
  return Promise.all(
    files.map(async (name) => ({ name, reports: labelledLines(name, await readFile(join(folder, name), 'utf8'), eveningLine) })),
  )
}

/** Texts of a writer whom no model has read. */
export const judgeSets = async (resources: string): Promise<readonly ExampleSet[]> => {
  const name = 'judge.tsv'
  const texts = labelledLines(name, await readFile(join(resources, 'corpus/judge', name), 'utf8'), (line, number) => {
    const read = corpusLine(line)
    return typeof read === 'string' ? read : exampleOf(read, `${name}:${number}`)
  })
  const evenings = (await judgeEvenings(resources)).flatMap(({ reports }) => reports.map((report) => exampleOf(report, report.id)))
  return [
    { name: 'judge', about: 'texts over all kinds by a writer whom no model has read', isOurs: true, examples: texts },
    { name: 'evenings', about: 'two evenings of one room, by the same writer', isOurs: true, examples: evenings },
  ]
}

const slots: Readonly<Record<Slot, string>> = {
  building: '和兴大厦',
  address: '临江路42号',
  road: '临江路',
  place: '市民广场',
  metro: '市民中心站A口',
  community: '望潮社区',
  name: '李某',
  shop: '阿毛小吃',
}

/** The narratives of the simulated town; the lexicon was written beside them. */
export const narrativeSet = async (resources: string): Promise<ExampleSet> => {
  const { narratives } = await readStories(join(resources, 'narratives'))
  const examples = narratives.map(({ id, text, kind, policeNeeded, critical }) => ({
    id,
    text: fillSlots(text, slots),
    kinds: [kind],
    policeNeeded,
    critical,
    place: null,
  }))
  return {
    name: 'narratives',
    about: 'older narratives of the product; the lexicon, but no model, was made beside them',
    isOurs: true,
    examples,
  }
}

/** Data for evaluation that is not part of the product; null where it is not at hand. */
export const callsSet = async (folder: string): Promise<ExampleSet | null> => {
  const file = join(folder, 'calls/calls-dev.tsv')
  if (!existsSync(file)) return null
  const [, ...rows] = await linesOf(file)
  const examples = rows.map((row) => {
    const [id = '', text = '', code = '', others = '', , police, critical, place = '-'] = row.split('\t')
    const kinds = [code, ...others.split(';').filter((one) => one !== '')].map((one) => KindCode.parse(one))
    return { id, text, kinds, policeNeeded: police === '1', critical: critical === '1', place: place === '-' ? null : place }
  })
  return { name: 'calls-dev', about: 'labelled calls that are not part of the product', isOurs: false, examples }
}

export const haikouOrders = async (folder: string): Promise<readonly HaikouOrder[] | null> => {
  const file = join(folder, 'calls/haikou-12345.tsv.gz')
  if (!existsSync(file)) return null
  const [, ...rows] = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  return rows.map((row) => {
    const [, text = '', , , class3 = '', , police] = row.split('\t')
    return { text, class3, police: police === '1' }
  })
}

/** Reports in order of time, and which earlier one was the first of the same matter. */
export type Evening = {
  readonly name: string
  readonly reports: readonly (Pick<EveningReport, 'id' | 'text' | 'duplicateOf'> & { readonly at?: number })[]
}

/** Evenings of the writer whom no model has read, and the one of the labelled calls where they are at hand: it tells no times. */
export const evenings = async (resources: string, outside: string): Promise<readonly Evening[]> => {
  const calls = join(outside, 'calls/calls-dev.tsv')
  const rows = existsSync(calls) ? (await linesOf(calls)).map((row) => row.split('\t')).filter(([id]) => /^B\d/.test(id ?? '')) : []
  const reports = rows.map(([id = '', text = '', , , , , , , first = '']) => ({ id, text, duplicateOf: first || null }))
  return [...(await judgeEvenings(resources)), ...(rows.length > 0 ? [{ name: 'calls-dev, its evening', reports }] : [])]
}
