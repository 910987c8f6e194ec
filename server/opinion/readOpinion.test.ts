import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Opinion } from '../../shared/contracts/opinion.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { readOpinion } from './readOpinion.ts'

const good = { summary: '楼上深夜装修', kind: 'C02', questions: ['还在响吗？'] }
const read = (said: unknown) => readOpinion(typeof said === 'string' ? said : JSON.stringify(said), aTaxonomy)

test.each([
  ['bare', JSON.stringify(good)],
  ['fenced', `\`\`\`json\n${JSON.stringify(good, null, 2)}\n\`\`\``],
  ['fenced without a name', `\`\`\`\n${JSON.stringify(good)}\n\`\`\``],
  ['between words', `好的，结果如下：\n${JSON.stringify(good)}\n希望有帮助。`],
  ['fenced and explained', `\`\`\`json\n${JSON.stringify(good)}\n\`\`\`\n说明：{kind} 是编码。`],
  ['after thinking aloud', `<think>也许 {"summary":"错的"}？</think>\n${JSON.stringify(good)}`],
])('[B57] an opinion is read, %s', (_, said) => expect(read(said)).toEqual(good))

test.each([
  ['nothing', ''],
  ['words', '我不知道'],
  ['a cut object', '{"summary":"楼上'],
  ['a list', '[1,2]'],
  ['null', 'null'],
  ['no summary', { kind: 'C02' }],
  ['a summary that is no text', { summary: { html: 'x' } }],
  ['an empty summary', { ...good, summary: ' \u0000\u200b ' }],
])('[B57] %s is no opinion', (_, said) => expect(read(said)).toBeNull())

test.each(['P99', '派警察', '__proto__', '', 7, null, ['C02'], undefined])(
  '[B57] the kind %j is none of the town’s and is dropped',
  (kind) => expect(read({ ...good, kind })).toEqual({ ...good, kind: null }),
)

test.each(['C02', ' C02 ', '生活噪音', 'C02 生活噪音', 'neighbourhood noise'])('[B57] %j names a kind of the town', (kind) =>
  expect(read({ ...good, kind })?.kind).toBe('C02'),
)

test('[B57] questions that are none, empty or the same are dropped, and of many three are kept', () => {
  expect(read({ ...good, questions: '还在吗' })?.questions).toEqual([])
  expect(read({ ...good, questions: ['甲？', '', '甲？', ' \n', '乙？', '丙？', '丁？'] })?.questions).toEqual(['甲？', '乙？', '丙？'])
})

test('[B57] what is long is cut between characters, with a sign that it was', () => {
  const said = read({ ...good, summary: '👮'.repeat(5_000), questions: ['问'.repeat(5_000)] })
  expect([...(said?.summary ?? '')]).toHaveLength(120)
  expect(said?.summary).toMatch(/^(👮)+…$/u)
  expect([...(said?.questions[0] ?? '')]).toHaveLength(40)
})

test('[B57] signs that cannot be seen, turn the reading order or break a line are gone; a number is masked', () => {
  const said = read({ ...good, summary: '\u001b[31m报\u202e警\u0007人\r\n在\u2028等 \ud800 请拨 13812345678' })
  expect(said?.summary).toBe('[31m报 警 人 在 等 请拨 138****5678')
})

test('[B57] whatever is said, what comes out is an opinion within its bounds or none', () => {
  const said = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json(),
    fc
      .record({ summary: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), kind: fc.jsonValue(), questions: fc.jsonValue() })
      .map((one) => JSON.stringify(one)),
  )
  fc.assert(
    fc.property(said, (content) => {
      const opinion = read(content)
      if (opinion === null) return
      expect(Opinion.parse(opinion)).toEqual(opinion)
      expect(opinion.kind === null || aTaxonomy.some(({ code }) => code === opinion.kind)).toBe(true)
      expect(opinion.questions.length).toBeLessThanOrEqual(3)
      for (const line of [opinion.summary, ...opinion.questions]) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect([...line].length).toBeLessThanOrEqual(120)
      }
    }),
    { numRuns: 300 },
  )
})
