import type { LineAnswer } from '../readLine.ts'
import { share } from './intervals.ts'
import { tableOf } from './report.ts'
import type { Evening } from './sets.ts'

type Said = { readonly said: string | null; readonly right: string | null }

const answersTo = ({ reports }: Evening, answer: (line: string) => LineAnswer): readonly Said[] =>
  reports.map(({ id, at, text, duplicateOf: right }) => {
    const told = answer(JSON.stringify({ id, at, text }))
    if (!told.ok) throw new Error(told.problem)
    return { said: (JSON.parse(told.line) as { duplicateOf: string | null }).duplicateOf, right }
  })

/** Reports of known matters: called so at all, with the right first report, and no others. */
export const duplicatePart = (evenings: readonly Evening[], begin: () => (line: string) => LineAnswer): string => {
  const tables = evenings.map((evening) => {
    const answers = answersTo(evening, begin())
    const said = answers.filter((one) => one.said !== null)
    const are = answers.filter(({ right }) => right !== null)
    const hits = said.filter((one) => one.said === one.right).length
    const table = tableOf([
      { what: 'duplicates, precision', measured: share(hits, said.length), floor: '≥ 0.90' },
      { what: 'duplicates, recall', measured: share(hits, are.length), floor: '≥ 0.85' },
      {
        what: 'of a known matter or not, right',
        measured: share(answers.filter((one) => (one.said === null) === (one.right === null)).length, answers.length),
        floor: '',
      },
    ])
    return `### ${evening.name} (${answers.length} reports)\n\n${table}`
  })
  return `## Duplicates\n\nAs \`npm run -s brain -- duplicates\` answers: words and times alone, no place of a town is known. Right is only the first report of the same matter.\n\n${tables.join('\n\n')}`
}
