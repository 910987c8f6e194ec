import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IncidentId } from '../../shared/domain/ids.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import type { Example } from './example.ts'
import { isHeldBack } from './heldBack.ts'
import { lessonsOf, mostExamples, sidesOf } from './lessons.ts'

const anExample = (number: number, texts: readonly string[], wish: Partial<Example> = {}): Example => ({
  incident: IncidentId.parse(`E-${number}`),
  openedAt: number,
  reports: texts.map((text) => ({ text, channel: '110', code110: null })),
  kind: KindCode.parse('C02'),
  policeNeeded: false,
  critical: false,
  isCorrected: false,
  ...wish,
})

/** Few words, so that many callers say the same. */
const text = fc.constantFrom(
  '楼上吵',
  ' 楼上吵。',
  '漏水',
  '漏 水！',
  '打架',
  '有人打架',
  '找不到钱包',
  '狗叫',
  '狗叫，',
  'Ａ座着火',
  'A座着火',
)
const examples = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1001, max: 9999 }), fc.array(text, { minLength: 1, maxLength: 4 })), {
    selector: ([number]) => number,
    maxLength: 60,
  })
  .map((rows) => rows.map(([number, texts]) => anExample(number, texts)))

const plain = (said: string) => said.normalize('NFKC').replace(/[\s。！，]/g, '')

test('[B83] whatever the incidents, no incident that is held back is learnt from, and nothing is measured by words that are', () => {
  fc.assert(
    fc.property(examples, fc.func(fc.integer()), (given, order) => {
      const sides = sidesOf(
        [...given].sort((a, b) => order(a) - order(b)),
        aTaxonomy,
      )
      const { taught, trials } = lessonsOf(sides)
      expect(sides.taught.every(({ incident }) => !isHeldBack(incident))).toBe(true)
      const mayLearn = given.filter(({ incident }) => !isHeldBack(incident)).flatMap(({ reports }) => reports.map((report) => report.text))
      expect(taught.map((lesson) => lesson.text).sort()).toEqual([...mayLearn].sort())
      const learnt = new Set(taught.map((lesson) => plain(lesson.text)))
      expect(trials.filter((trial) => learnt.has(plain(trial.text)))).toEqual([])
    }),
  )
})

test('[B83] about a quarter is held back, the same ones whatever else there is', () => {
  const ids = Array.from({ length: 8_000 }, (_, i) => IncidentId.parse(`E-${1001 + i}`))
  const held = ids.filter(isHeldBack)
  expect(held.length / ids.length).toBeGreaterThan(0.23)
  expect(held.length / ids.length).toBeLessThan(0.27)
  expect([1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008].map((n) => isHeldBack(IncidentId.parse(`E-${n}`)))).toMatchInlineSnapshot(`
    [
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]
  `)
})

test('[B82] kinds that the town does not have teach nothing; of very many the newest teach', () => {
  const gone = anExample(1001, ['楼上吵'], { kind: KindCode.parse('X99') })
  expect(sidesOf([gone], aTaxonomy)).toEqual({ taught: [], heldBack: [] })
  const many = Array.from({ length: mostExamples + 50 }, (_, i) => anExample(1001 + i, ['楼上吵']))
  const { taught, heldBack } = sidesOf(many, aTaxonomy)
  expect(taught.length + heldBack.length).toBe(mostExamples)
  expect(Math.min(...[...taught, ...heldBack].map(({ openedAt }) => openedAt))).toBe(1051)
})
