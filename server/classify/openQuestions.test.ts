import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { KindCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { loadBrainData, type BrainData } from './brainData.ts'
import { openQuestions, type OpenQuestions } from './openQuestions.ts'
import { parsePhrases, lonePhraseFinder } from './phrase.ts'
import { loadQuestions, QuestionData } from './questionData.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

let data: QuestionData
let brain: BrainData
let taxonomy: Taxonomy
let ask: OpenQuestions
beforeAll(async () => {
  data = await loadQuestions('resources/brain')
  brain = await loadBrainData('resources/brain')
  taxonomy = await shippedTaxonomy()
  ask = openQuestions(data, brain)
})

const left = (kind: string, ...texts: readonly string[]) => ask(KindCode.parse(kind), texts).map(({ zh }) => zh)

describe('the shipped questions', () => {
  test('[B50] every kind that ships has exactly three, and no other kind has any', () => {
    expect(Object.keys(data.kinds).sort()).toEqual(taxonomy.map(({ code }) => code).sort())
    for (const [kind, questions] of Object.entries(data.kinds)) expect(questions, kind).toHaveLength(3)
  })

  test('[B50] each fits a line of the card with its two neighbours, in both languages, and is asked once', () => {
    for (const [kind, questions] of Object.entries(data.kinds)) {
      expect(new Set(questions.map(({ zh }) => zh)).size, kind).toBe(3)
      expect(new Set(questions.map(({ en }) => en)).size, kind).toBe(3)
      for (const { zh, en } of questions) {
        expect(zh, kind).toMatch(/^[^\sA-Za-z]{3,9}？$|^[^\sA-Za-z]{3,8}？[^\sA-Za-z]{1,5}？$/)
        expect(en, kind).toMatch(/^[A-Z][ -~]{5,38}[?]$/)
      }
    }
  })

  test('[B50] every topic is spoken of, and every phrase of it finds its own words', () => {
    const spoken = new Set(Object.values(data.kinds).flatMap((questions) => questions.flatMap(({ about }) => about)))
    expect(Object.keys(data.topics).sort()).toEqual([...spoken].sort())
    for (const [topic, notation] of [...Object.entries(data.topics), ['unknown', data.unknown] as const]) {
      const phrases = parsePhrases(notation)
      expect(phrases.length, topic).toBeGreaterThan(0)
      for (const phrase of phrases) {
        for (const { words } of phrase) expect(words.length, `${topic}: ${JSON.stringify(phrase)}`).toBeGreaterThan(0)
        const said = phrase.map(({ words }) => words[0]).join('')
        expect(lonePhraseFinder([phrase])(said).size, `${topic}: ${said}`).toBe(1)
      }
    }
  })

  test('[B50] a question about a topic that is not there is refused, and so is a fourth', () => {
    const one = { about: ['injury'], zh: '有人受伤吗？', en: 'Anyone hurt?' }
    const file = { unknown: '不知道', topics: { injury: '受伤' }, kinds: { P04: [one] } }
    expect(QuestionData.safeParse(file).success).toBe(true)
    expect(QuestionData.safeParse({ ...file, topics: { weapon: '刀' } }).success).toBe(false)
    expect(QuestionData.safeParse({ ...file, kinds: { P04: [one, one, one, one] } }).success).toBe(false)
  })
})

describe('what is left to ask', () => {
  test('[B51] nothing said leaves all three, in their order', () =>
    expect(left('P04', '喂')).toEqual(['有人受伤吗？', '手里有东西吗？', '几个人在打？']))

  test.each([
    ['P04', '楼下两个人在打架', '几个人在打？'],
    ['P04', '他手里拿着钢管', '手里有东西吗？'],
    ['P04', '没有人受伤', '有人受伤吗？'],
    ['P04', '他滿臉是血', '有人受伤吗？'],
    ['P11', '三楼窗户冒烟了', '几楼着火？'],
    ['P11', '１２楼冒烟了', '几楼着火？'],
    ['P11', '电瓶车烧起来了', '烧的是什么？'],
    ['C30', '阀门已经拧紧了', '阀门关了吗？'],
    ['C33', '电梯里困了三个人', '困了几个人？'],
    ['P10', '撞了就跑，车牌浙A12345', '车牌号是多少？'],
    ['P13', '今天早上八点出门没回来', '什么时候走失的？'],
  ])('[B51] %s: %s answers %s', (kind, text, answered) => {
    expect(left(kind, '喂')).toContain(answered)
    expect(left(kind, text)).not.toContain(answered)
  })

  test.each([
    ['P04', '有没有人受伤我不知道', '有人受伤吗？'],
    ['P04', '两个人打起来了，有人受伤吗', '有人受伤吗？'],
    ['P11', '着火了，几楼看不清，好像是三楼不确定', '几楼着火？'],
    ['P11', '门口烧烤店的烟飘过来了', '烧的是什么？'],
    ['P06', '他在充电枪的旁边', '拿的是什么？'],
    ['C33', '单元楼的电梯停了', '困了几个人？'],
    ['P04', '欠我1200元不还，烦死了，打起来了', '有人受伤吗？'],
    ['C11', '我跟我老公吵架了，打了几次电话他不接', '动手了吗？'],
    ['C30', '味道很大，我把门关了', '阀门关了吗？'],
    ['P02', '电瓶车不见了，被人拿走了', '小偷还在吗？'],
    ['P11', '隔壁冒烟，敲门没人应', '有人没出来吗？'],
    ['P06', '他拿着刀，我躲在厕所里', '周围人撤开了吗？'],
  ])('[B51] %s: %s does not answer %s', (kind, text, open) => expect(left(kind, text)).toContain(open))

  test('[B52] another kind has its own questions; what any report answers is off', () => {
    expect(left('C02', '楼上很吵')).toEqual(['现在还在吵吗？', '上门说过吗？'])
    expect(left('P04', '楼上很吵')).toHaveLength(3)
    expect(left('P04', '楼上打起来了', '我刚才报过警，有人流血了')).toEqual(['手里有东西吗？', '几个人在打？'])
  })

  test('[B50] a kind without questions of its own has none', () => expect(left('X01', '有人受伤')).toEqual([]))

  test('[B54] whatever is said, some of the kind’s in their order, the same twice, and more words never make more', () => {
    const words = ['受伤', '刀', '三楼', '不知道', '有没有', '，', '。', '两个人', '还在', '\n', '👮', '元', '吗']
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join('')),
    )
    const kinds = Object.keys(data.kinds)
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(text, { maxLength: 4 }), text, (kind, texts, later) => {
        const all = left(kind)
        const now = left(kind, ...texts)
        expect(now).toEqual(all.filter((one) => now.includes(one)))
        expect(left(kind, ...texts)).toEqual(now)
        const then = left(kind, ...texts, later)
        expect(now.filter((one) => then.includes(one))).toEqual(then)
      }),
      { numRuns: 200 },
    )
  })
})
