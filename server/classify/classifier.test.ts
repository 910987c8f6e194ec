import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { Assessment } from '../../shared/domain/incident/report.ts'
import { defaultThresholds } from '../../shared/domain/room/thresholds.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { loadBrainData, WholeWordList, type BrainData } from './brainData.ts'
import { classifier, type Classifier, type Learnt } from './classifier.ts'
import { loadLearnt } from './loadLearnt.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

let data: BrainData
let taxonomy: Taxonomy
let learnt: Learnt
let brain: Classifier
beforeAll(async () => {
  data = await loadBrainData('resources/brain')
  taxonomy = await shippedTaxonomy()
  learnt = await loadLearnt('resources/brain')
  brain = classifier(taxonomy, data, learnt)
})

/** As a room begins. */
const askBelow = defaultThresholds.askBelowConfidence

const read = (text: string, wish: { readonly channel?: 'camera' | '110'; readonly code110?: string; readonly sureFrom?: number } = {}) =>
  brain.classify({
    text,
    channel: wish.channel ?? 'operator',
    code110: wish.code110 ?? null,
    hour: null,
    earlier: [],
    sureFrom: wish.sureFrom ?? askBelow,
  })

describe('the brain', () => {
  test.each([
    ['一个男的举着西瓜刀在菜场门口追人砍', 'weapon', true],
    ['隔壁房子失火了，窗口都是黑烟', 'fire', true],
    ['厨房煤气味道很重，开关拧不紧', 'gas', true],
    ['他满脸是血，倒地不起', 'injury', true],
    ['有个姑娘站在天台边上说不想活了', 'suicide', true],
    ['电梯停在七楼，里面困住三个人', 'lift', false],
    ['宝宝一个人反锁在车里，太阳很大', 'child-locked', false],
    ['他发短信说要弄死我全家', 'threat', true],
    ['后面的人还在推，前面有老人被挤得喘不过气', 'crush', true],
    ['两个蒙面的人刚抢了金店，还在打劫隔壁', 'robbery', true],
  ])('[B10] %s: rule %s fires and is named', (text, rule, police) => {
    const seen = read(text)
    expect(seen.reasons).toContain(`rule:${rule}`)
    if (police) expect(seen).toMatchObject({ policeNeeded: true })
    expect(seen.marks.some(({ tone }) => tone === 'danger')).toBe(true)
  })

  test.each([
    ['两部车轻轻碰了一下，没有人受伤，双方协商赔偿', 'C19'],
    ['钱包找不到了，不是偷的，应该是自己掉的', 'C01'],
    ['夫妻为了装修的事争吵，双方未动手，也没有打架', 'C11'],
    ['邻居家在杀鱼，刀剁得咚咚响，吵得睡不着', 'C02'],
  ])('[B11] what is denied or harmless is no danger: %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind, critical: false, policeNeeded: false })
  })

  test.each(['是不是着火了，窗户在冒烟', '里面有没有人被砍了，全是血', '这不是打架吗，脸上全是血', '不是演戏，真的有人拿刀砍人'])(
    '[B11] a question or a double denial denies nothing: %s',
    (text) => expect(read(text).policeNeeded).toBe(true),
  )

  test.each([
    ['门口烧烤店的桌子摆到人行道上了', '烧'],
    ['小孩发烧到39度，卡住了号，店里说退不了', '烧到'],
    ['火锅店油烟很大，火车站都闻得到', '火'],
    ['隔壁炒菜味道重，我们不敢开窗', '不敢'],
    ['我给物业打电话打不通，喝多了打不到车', '打'],
    ['小区的树木被砍伐了一大片', '被砍'],
    ['充电枪打不开，一直响', '枪'],
    ['手机支付的公交卡进站刷不了', '手'],
    ['隔壁抢我车位', '抢我'],
    ['群里说好的，我要投诉这个物业，万一没人管', '投'],
  ])('[B41] %s: "%s" is part of another word, speaks for no danger and is not marked as one', (text, word) => {
    const seen = read(text)
    const grave = seen.marks.filter(({ tone }) => tone === 'danger').map(({ start, end }) => text.slice(start, end))
    expect(grave).not.toContain(word)
    expect(seen.reasons.filter((reason) => reason.startsWith('rule:'))).toEqual([])
  })

  test.each([
    ['烧烤店着火了，烧到隔壁店了', 'fire'],
    ['火苗很高烧到三楼房子了', 'fire-spreads'],
    ['他打电话来扬言要烧我家', 'bomb'],
    ['晚上火还没扑灭，又冒烟', 'fire-smoulders'],
    ['几个保安打工人，头上流血', 'fight-injury'],
    ['打车主，打得头破血流', 'fight-injury'],
    ['树被砍了，我去说理，结果我老公被砍了', 'blood-attack'],
    ['我躲在厕所里给你们打电话，小声点', 'domestic'],
    ['火锅店里有人持枪，枪响了', 'weapon'],
    ['在抢车位，他抢我手机就跑', 'robbery'],
    ['打电话的人说老人昏倒了，头上流血不止', 'injury'],
  ])('[B41] %s: rule %s is swallowed by no longer word', (text, rule) => {
    expect(read(text)).toMatchObject({ policeNeeded: true, reasons: expect.arrayContaining([`rule:${rule}`]) })
  })

  test('[B103] where a rule has said that police go, its words are marked, and no others as police', () => {
    const seen = read('楼上煤气味道好重，敲门没人应，我怕里面有老人，太和广场3幢2单元门口')
    expect(seen.reasons).toContain('rule:gas')
    expect(seen.marks.filter(({ tone }) => tone === 'police')).toEqual([])
    expect(seen.marks.some(({ tone }) => tone === 'place')).toBe(true)
  })

  test('[B12] what is told of the past is still the matter it is, but no risk to life now', () => {
    expect(read('上个月网上被骗了五万块，昨天才发现')).toMatchObject({ kind: 'P03', critical: false, policeNeeded: true })
    expect(read('刚才我老公拿刀砍我')).toMatchObject({ critical: true })
    expect(read('去年他拿刀砍过人')).toMatchObject({ critical: false, policeNeeded: true })
  })

  test('[B12] a past danger that is only mentioned in another matter sends nobody, a present one always does', () => {
    expect(read('想问一下前年打架被拘留过，现在开无犯罪记录证明去哪个窗口')).toMatchObject({ policeNeeded: false, critical: false })
    expect(read('想问一下开无犯罪记录证明去哪个窗口，哎，门口有人打起来了')).toMatchObject({ policeNeeded: true })
  })

  test('[B13] a civil matter with a threat keeps its kind or becomes a police one, never goes without police', () => {
    const seen = read('物业费的事情说不拢，物业费涨价没公示，物业经理放话要弄死我')
    expect(seen.policeNeeded).toBe(true)
    expect(['joint', 'police']).toContain(seen.nature)
  })

  test.each(['', '嗯', '那个那个东西它就是这样的', '😀😀', 'lorem ipsum'])(
    '[B14] unsure is joint, with police, and says so: "%s"',
    (text) => {
      expect(read(text)).toMatchObject({ nature: 'joint', policeNeeded: true, reasons: expect.arrayContaining(['unsure']) })
      expect(read(text).confidence).toBeLessThan(askBelow)
    },
  )

  test('[B42] how sure it must be is the room’s to say; who does not know the words at all is unsure whatever the room says', () => {
    const text = '两个邻居在楼道里推搡，吵得很凶，要动手了'
    const { confidence } = read(text)
    expect(confidence).toBeGreaterThan(0.35)
    expect(read(text, { sureFrom: confidence }).reasons).not.toContain('unsure')
    const unsure = read(text, { sureFrom: confidence + 0.01 })
    expect([unsure.nature, unsure.policeNeeded, unsure.reasons.includes('unsure')]).toEqual(['joint', true, true])
    expect(read('嗯', { sureFrom: 0 })).toMatchObject({ nature: 'joint', policeNeeded: true })
  })

  test('[B15] a national code is a strong prior, and a danger in the words still wins', () => {
    expect(read('喂', { code110: '100100' })).toMatchObject({
      kind: 'P02',
      policeNeeded: true,
      reasons: expect.arrayContaining(['code110:100100']),
    })
    expect(read('喂', { code110: '109998' }).policeNeeded).toBe(true)
    expect(read('他拿刀砍人，地上都是血', { code110: '500200' })).toMatchObject({ critical: true, policeNeeded: true })
  })

  test('[B16] traditional, full-width and misheard writing reads the same, and marks stand in the original', () => {
    expect(read('有人持刀搶劫').kind).toBe(read('有人持刀抢劫').kind)
    const text = '😀👮 有人ＫＴＶ門口打架，血流滿面'
    const mark = read(text).marks.find(({ tone }) => tone === 'danger')
    expect(text.slice(mark?.start, mark?.end)).toBe('打架')
    expect(read('工地半夜施工燥音很大')).toMatchObject({ kind: 'C03' })
  })

  test('[B17] a kind that a town added is found by the words of its scope', () => {
    const own = {
      ...(taxonomy[0] as Taxonomy[number]),
      code: 'C90',
      nature: 'civil' as const,
      nameZh: '龙舟赛',
      scope: '龙舟 划龙舟',
      cn110Codes: [],
    }
    const seen = classifier([...taxonomy, own], data, learnt).classify({
      text: '划龙舟的龙舟停在河边',
      channel: 'grid',
      code110: null,
      hour: null,
      earlier: [],
      sureFrom: askBelow,
    })
    expect(seen.kind).toBe('C90')
    expect(seen.reasons.find((reason) => reason.startsWith('words:'))).toContain('划龙舟')
  })

  test.each(['', '？？？', '😀'])('[B14] a report whose words say nothing is unsure, and no risk to life is read into it: "%s"', (text) => {
    expect(read(text)).toMatchObject({ kind: data.contexts.fallback, confidence: 0, nature: 'joint', policeNeeded: true, critical: false })
    expect(read(text).reasons).toEqual(['unsure'])
    expect(read(text, { code110: '300100' })).toMatchObject({ critical: false })
  })

  test('[B18] any text of any length gets a lawful assessment, always the same, marks inside the text and apart', () => {
    const words = fc.constantFrom(
      '着火',
      '没有',
      '人',
      '受伤',
      '😀',
      '打架',
      '，',
      '。',
      '是不是',
      '拿刀',
      '老公',
      '剧组',
      '上个月',
      '電梯',
      'Ａ',
      '\ud83d',
      ' ',
      '手机',
      '被偷',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 120 }), fc.option(fc.string({ maxLength: 12 })), (parts, code110) => {
        const text = parts.join('')
        const facts = { text, channel: '110', code110, hour: 22, earlier: ['C02'], sureFrom: askBelow } as const
        const seen = brain.classify(facts)
        expect(Assessment.parse(seen)).toEqual(seen)
        expect(brain.classify(facts)).toEqual(seen)
        seen.marks.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(seen.marks[i - 1]?.end ?? 0)
        })
        if (seen.critical) expect(seen.urgency).toBe('critical')
        if (seen.nature === 'police' || seen.nature === 'joint') expect(seen.policeNeeded).toBe(true)
        else expect(seen.policeNeeded).toBe(false)
      }),
    )
    expect(Assessment.safeParse(read('报警人称楼上漏水打架着火'.repeat(400).slice(0, 4_000))).success).toBe(true)
  })

  test('[B19] every rule and every kind of the shipped data can fire', () => {
    const known = new Set(taxonomy.map(({ code }) => code))
    for (const code of Object.keys(data.lexicon)) expect(known).toContain(code)
    for (const { leans } of data.dangers) for (const code of Object.keys(leans)) expect(known).toContain(code)
    expect([...known].filter((code) => !(code in data.lexicon))).toEqual([])
    expect(new Set(data.dangers.map(({ name }) => name)).size).toBe(data.dangers.length)
  })

  test('[B41] every longer word holds the shorter one it swallows, and a mistake in the list stops the start', () => {
    expect(Object.keys(data.wholeWords)).toContain('烧')
    expect(WholeWordList.safeParse({ 烧: '烧烤' }).success).toBe(true)
    expect(WholeWordList.safeParse({ 烧: '火锅' }).success).toBe(false)
    expect(WholeWordList.safeParse({ 烧: '烧' }).success).toBe(false)
  })
})
