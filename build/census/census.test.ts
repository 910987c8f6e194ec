import { expect, test } from 'vitest'
import { quotesOf } from './quotesOf.ts'
import { rulesOf } from './rulesOf.ts'
import { isTrue, verdict } from './verdict.ts'

const book = ['# Journal', '- **J1** An event is never edited.', 'prose about **J9**', '- **J2** A gap is refused.'].join('\n')
const idsQuotedBy = (source: string) => quotesOf(source, 'a.test.ts').map(({ id }) => id)

test('[H4] rules are the lines that begin with a bold id', () => {
  expect(rulesOf(book, 'journal.md')).toEqual([
    { id: 'J1', says: 'An event is never edited.', file: 'journal.md' },
    { id: 'J2', says: 'A gap is refused.', file: 'journal.md' },
  ])
})

test.each([
  ["test('[J1] plain', () => {})", ['J1']],
  ["test('[J1, J2] two at once', () => {})", ['J1', 'J2']],
  ["test('[J1][J2] two brackets', () => {})", ['J1', 'J2']],
  ["test.each([[1]])('[J1] table', () => {})", ['J1']],
  ["describe('[J1] group', () => { it('[J2] inner', () => {}) })", ['J1', 'J2']],
  ['test(`[J1] with ${1}`, () => {})', ['J1']],
])('[H4] a running test quotes: %s', (source, ids) => {
  expect(idsQuotedBy(source)).toEqual(ids)
})

test.each([
  "test.skip('[J1] asleep', () => {})",
  "test.todo('[J1] later')",
  "const note = '[J1] prose'",
  "say('[J1] no test')",
  "// test('[J1]')",
])('[H4] what does not run quotes nothing: %s', (source) => {
  expect(idsQuotedBy(source)).toEqual([])
})

test('[H4] a rule without a test, a quote without a rule and an id given twice are all told', () => {
  const rules = [...rulesOf(book, 'journal.md'), ...rulesOf('- **J1** Again.', 'other.md')]
  const quotes = quotesOf("test('[J1] x', f); test('[J7] y', f); test('[J7] z', f)", 'a.test.ts')

  const found = verdict(rules, quotes)

  expect(found).toEqual({
    untested: [{ id: 'J2', says: 'A gap is refused.', file: 'journal.md' }],
    unknown: [{ id: 'J7', file: 'a.test.ts' }],
    twice: ['J1'],
  })
  expect(isTrue(found)).toBe(false)
})

test('[H4] a book whose rules are all quoted once or more is true', () => {
  const quotes = quotesOf("test('[J1] x', f); test('[J2] y', f); test('[J2] z', f)", 'a.test.ts')

  expect(isTrue(verdict(rulesOf(book, 'journal.md'), quotes))).toBe(true)
})
