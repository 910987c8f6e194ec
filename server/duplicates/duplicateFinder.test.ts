import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BuildingId, GridId, IncidentId } from '../../shared/domain/ids.ts'
import { soundsOf } from '../../shared/domain/language/sounds.ts'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { duplicateFinder, type DuplicateNeeds } from './duplicateFinder.ts'
import { loadLearntDuplicates } from './learntDuplicates.ts'
import type { MatterFacts } from './matterFacts.ts'

const kind = (code: string, group: string, urgency: 'critical' | 'high' | 'normal' | 'low') =>
  ({
    code,
    group,
    urgency,
    nature: 'civil',
    nameZh: code,
    nameEn: code,
    primaryForce: 'grid',
    supportForces: [],
    cn110Codes: [],
    scope: '',
  }) as const

const taxonomy: Taxonomy = [
  kind('P11', '灾害', 'critical'),
  kind('C30', '应急', 'critical'),
  kind('P02', '刑事', 'high'),
  kind('C10', '纠纷', 'normal'),
  kind('C01', '服务', 'low'),
  kind('C03', '噪音', 'low'),
]

const needs: DuplicateNeeds = {
  taxonomy,
  learnt: await loadLearntDuplicates('resources/brain'),
  sounds: soundsOf(readFileSync('resources/brain/pinyin.txt', 'utf8')),
  // Here a person has chosen each kind, and the words that say where stand in brackets.
  hear: (text) => ({ kinds: new Map(), gist: [], places: [...text.matchAll(/【(.+?)】/g)].map(([, place]) => place as string) }),
}

const noon = Date.UTC(2026, 4, 1, 4)
const minute = 60_000
const house = BuildingId.parse('B0042')

const matter = (number: number, wish: Partial<MatterFacts> = {}): MatterFacts => ({
  id: IncidentId.parse(`E-${number}`),
  openedAt: noon,
  lastAt: wish.openedAt ?? noon,
  kind: 'P11',
  kindConfidence: 1,
  texts: [''],
  point: [120.21, 30.25],
  building: house,
  grid: GridId.parse('G01'),
  uncertaintyM: 0,
  phones: [],
  ...wish,
})

const stormTexts = [
  '和平大厦着火了，三楼窗口往外冒黑烟',
  '你们快来，楼下饭店烧起来了',
  '报警人称某餐馆厨房起火，火势较大，无人员被困消息',
  '我在对面看到大火，玻璃都炸了',
  '烟好大啊我们八楼下不去了怎么办',
  '油锅着了 灭不掉',
  '物业值班室：消防报警主机三楼报火警，现场确认有明火',
  '楼道里全是烟，老人咳得厉害',
  '救命啊失火了失火了',
  '路过的，那幢楼在冒浓烟，好几辆车停在下面',
  '高空瞭望识别到烟雾，人工复核有火光',
  '厨师说油烟管道里还在烧',
  '消防车到了没有？三楼饭店的火',
  '我儿子在楼上写作业，听说着火了，打不通电话',
  '听到砰的一声，然后看见火苗窜出来',
] as const

/** Compares a new matter with those that are open. */
const proposeDuplicates = (fresh: MatterFacts, open: readonly MatterFacts[]) => {
  const finder = duplicateFinder(needs)
  open.forEach(finder.add)
  return finder.propose(fresh)
}

describe('duplicates', () => {
  test('[B30] fifteen differently worded calls about one fire all point at the first', () => {
    const finder = duplicateFinder(needs)
    finder.add(matter(1, { texts: [stormTexts[0]] }))
    stormTexts.slice(1).forEach((text, i) => {
      const isSmell = i % 5 === 4
      const near = i % 3 === 0 ? { building: null, point: [120.2103, 30.2502] as const, uncertaintyM: 60 } : {}
      const openedAt = noon + (i + 1) * minute
      const proposed = finder.propose(matter(i + 2, { texts: [text], openedAt, kind: isSmell ? 'C30' : 'P11', ...near }))
      expect(proposed.map(({ of }) => of)).toEqual(['E-1'])
    })
  })

  test('[B31] a second, different matter in the same building is not proposed', () => {
    const fire = matter(1, { texts: [stormTexts[0]] })
    const others = [
      matter(2, { kind: 'C01', texts: ['在大堂捡到一个钱包'] }),
      matter(3, { kind: 'C10', texts: ['楼上漏水，天花板湿了一大片'] }),
      matter(4, { kind: 'P02', texts: ['电瓶被人偷了'] }),
    ]
    for (const other of others) expect(proposeDuplicates(other, [fire])).toEqual([])
  })

  test('[B31] two quarrels of one kind behind two doors of a building are two matters', () => {
    const first = matter(1, { kind: 'C10', texts: ['602住户反映楼上漏水，要求赔偿墙面'] })
    const second = matter(2, { kind: 'C10', texts: ['1304家门口鞋柜挡路，跟邻居讲不通'] })
    expect(proposeDuplicates(second, [first])).toEqual([])
  })

  test('[B31] the same kind two streets away, or yesterday, is another matter', () => {
    const fire = matter(1, { texts: [stormTexts[0]] })
    const far = matter(2, { texts: ['饭店着火了'], building: null, point: [120.218, 30.252], grid: null })
    const late = matter(3, { texts: ['饭店着火了'], openedAt: noon + 20 * 60 * minute })
    expect(proposeDuplicates(far, [fire])).toEqual([])
    expect(proposeDuplicates(late, [fire])).toEqual([])
  })

  test('[B30] a few unclear words from the same building are the same matter while their kind is a guess', () => {
    const fire = matter(1, { texts: [stormTexts[0]] })
    const unclear = { texts: ['怎么这么大的味道，我们不敢下去'], kind: 'P02', openedAt: noon + minute }
    expect(proposeDuplicates(matter(2, { ...unclear, kindConfidence: 0.1 }), [fire])).toMatchObject([{ of: 'E-1' }])
    expect(proposeDuplicates(matter(2, { ...unclear, kindConfidence: 1 }), [fire])).toEqual([])
  })

  test('[B32] the same caller about the same kind is proposed although the place is not said', () => {
    const first = matter(1, { kind: 'C03', texts: ['工地打桩'], phones: ['13900000001'] })
    const again = matter(2, { kind: 'C03', texts: ['还在响'], phones: ['13900000001'], building: null, point: null, grid: null })
    expect(proposeDuplicates(again, [first])).toMatchObject([{ of: 'E-1', reasons: expect.arrayContaining(['same-phone']) }])
  })

  test('[B32] what was removed is never proposed, what was replaced is compared by its new facts', () => {
    const finder = duplicateFinder(needs)
    finder.add(matter(1, { texts: ['饭店着火'] }))
    finder.add(matter(2, { texts: ['饭店着火'] }))
    finder.remove(IncidentId.parse('E-1'))
    finder.add(matter(2, { kind: 'C01', texts: ['捡到钥匙'] }))
    expect(finder.propose(matter(3, { texts: ['饭店着火'] }))).toEqual([])
  })

  test('[B33] whatever is open: at most five, none below one half, likeliest first, never itself, with reasons', () => {
    const facts = fc.record({
      kind: fc.constantFrom('P11', 'C30', 'P02', 'C10', 'C01', 'C03'),
      texts: fc.array(fc.constantFrom(...stormTexts, '', '😀', 'x'.repeat(4_000)), { minLength: 1, maxLength: 3 }),
      kindConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
      openedAt: fc.integer({ min: noon - 13 * 60 * minute, max: noon }),
      building: fc.constantFrom(house, BuildingId.parse('B0043'), null),
      point: fc.option(fc.tuple(fc.double({ min: 120.2, max: 120.22, noNaN: true }), fc.double({ min: 30.24, max: 30.26, noNaN: true }))),
      uncertaintyM: fc.integer({ min: 0, max: 500 }),
      phones: fc.array(fc.constantFrom('', '1', '2'), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 30 }), (wishes) => {
        const [fresh, ...open] = wishes.map((wish, i) => matter(i + 1, wish))
        const proposed = proposeDuplicates(fresh as MatterFacts, [...open, fresh as MatterFacts])
        expect(proposed.length).toBeLessThanOrEqual(5)
        expect(proposed.map(({ score }) => score)).toEqual(proposed.map(({ score }) => score).toSorted((a, b) => b - a))
        for (const { of, score, reasons } of proposed) {
          expect(of).not.toBe('E-1')
          expect(score).toBeGreaterThanOrEqual(0.5)
          expect(score).toBeLessThanOrEqual(1)
          expect(reasons.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('[B34] among ten thousand open matters only the neighbourhood is read', () => {
    const finder = duplicateFinder(needs)
    for (let i = 0; i < 10_000; i++) {
      const point = [120.1 + (i % 100) * 0.002, 30.2 + Math.floor(i / 100) * 0.002] as const
      finder.add(
        matter(i + 1, { building: BuildingId.parse(`N${i}`), point, grid: null, texts: [stormTexts[i % stormTexts.length] as string] }),
      )
    }
    const fresh = matter(20_000, { building: BuildingId.parse('N5050'), point: [120.2, 30.3], grid: null, texts: ['三楼饭店冒烟'] })
    expect(finder.propose(fresh)[0]).toMatchObject({ of: 'E-5051' })
  })

  /** On the command line no place of a town is known: only words say where. */
  const told = (number: number, text: string, kind: string, minutes = 0) =>
    matter(number, { texts: [text], kind, building: null, point: null, grid: null, openedAt: noon + minutes * minute })

  test('[B93] words alone say where: the same house however it is written, another house, another road', () => {
    const fire = told(1, '【江合汇3幢2单元】三楼起火', 'P11')
    const score = (text: string) => proposeDuplicates(told(2, text, 'P11', 2), [fire])[0]?.score ?? 0
    expect(score('着火了【江河惠三动二单元】')).toBeGreaterThan(0.5)
    expect(score('着火了【江合汇5幢2单元】')).toBeLessThan(0.5)
    expect(score('着火了【百合路88号】')).toBeLessThan(0.5)
  })

  test('[B94] a number that any report of a matter told contradicts, although another report did not tell it', () => {
    const texts = ['【云帆金座A塔】电梯困人七个', '【云帆金座】电梯里有个孕妇']
    const lift = { ...told(1, texts[0] as string, 'C30'), texts }
    const other = told(2, '【云帆金座B塔】货梯关了两个人', 'C30', 3)
    const same = told(3, '【云帆金座A塔】电梯关了人', 'C30', 3)
    const [likely] = proposeDuplicates(same, [lift])
    const [unlikely] = proposeDuplicates(other, [lift])
    expect(likely?.score).toBeGreaterThan(0.5)
    expect(unlikely).toBeUndefined()
  })

  test('[B34] a matter that is told of again and again leaves the others among the latest', () => {
    const finder = duplicateFinder(needs)
    finder.add(told(1, '【江合汇3幢2单元】三楼起火', 'P11'))
    for (let i = 0; i < 1_000; i++) finder.add(told(2, '【百合路88号】路灯不亮', 'C01'))
    expect(finder.propose(told(3, '着火了【江合汇3幢2单元】', 'P11', 2))).toMatchObject([{ of: 'E-1' }])
  })

  test('[B95] an event with a hundred callers stays one line, whoever of them comes to speak last', () => {
    const finder = duplicateFinder(needs)
    const callers = Array.from({ length: 100 }, (_, i) => stormTexts[i % stormTexts.length] as string)
    callers.forEach((text, i) => {
      const openedAt = noon + i * 20_000
      const facts = matter(2, { texts: [text], openedAt })
      if (i > 0) expect(finder.propose(facts).map(({ of }) => of)).toEqual(['E-1'])
      finder.add(matter(1, { texts: callers.slice(0, i + 1), lastAt: openedAt }))
    })
  })

  test('[B96] a lift quarrel and a fraud in one building are two matters', () => {
    const quarrel = matter(1, { kind: 'C10', texts: ['电梯里两家人为遛狗吵起来'] })
    const fraud = matter(2, { kind: 'P02', texts: ['我被人骗了八千块，刚转的账'], openedAt: noon + minute })
    expect(proposeDuplicates(fraud, [quarrel])).toEqual([])
  })

  test('[B97] whoever says that it is another matter is believed more than one who says that it goes on', () => {
    const first = matter(1, { texts: ['饭店着火'] })
    const score = (text: string) => {
      const fresh = matter(2, { texts: [text], openedAt: noon + 30 * minute })
      return proposeDuplicates(fresh, [first])[0]?.score ?? 0
    }
    expect(score('饭店还在烧')).toBeGreaterThan(score('不是一起的，另外一家饭店着火'))
  })

  test('[B98] the reasons are what spoke most, and what spoke against is marked', () => {
    const fresh = matter(2, { texts: ['饭店着火'], openedAt: noon + 25 * minute })
    const [found] = proposeDuplicates(fresh, [matter(1, { texts: ['楼下饭店着火'] })])
    expect(found?.reasons).toEqual(expect.arrayContaining(['same-building', 'kind', 'not:minutes', 'minutes:25']))
  })
})
