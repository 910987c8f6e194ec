import { beforeAll, describe, expect, test } from 'vitest'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { gridAt } from '../../shared/domain/town/whereIs.ts'
import type { AddressBook } from './addressBook.ts'
import { exampleBook } from './testing/exampleBook.ts'

let town: Town
let book: AddressBook
beforeAll(async () => {
  ;({ town, book } = await exampleBook())
})

const best = (text: string) => book.find(text)[0] ?? expect.fail(`nothing found in ${text}`)
const pointOf = (text: string): Point => best(text).place.point ?? expect.fail(`no point for ${text}`)

describe('parts', () => {
  test('[B60] house and door are kept in the name of the candidate and in the words', () => {
    const found = best('我在太和苑三号楼2单元301，有人打架')
    expect(found).toMatchObject({ label: '太和苑3幢2单元301室', door: { unit: '2', floor: null, room: '301' } })
    expect(found.place.text).toBe('太和苑三号楼2单元301')
  })

  test('[B60] a storey and a stall of a market', () => {
    expect(best('四季潮服装城二区负一楼').label).toBe('四季潮服装城二区B1楼')
    expect(best('服装市场2楼A区101档口').door).toEqual({ unit: null, floor: '2', room: 'a区101' })
  })

  test('[B60] a house that an estate does not have: the estate, and it says so', () => {
    const found = best('太和苑99幢')
    expect(found).toMatchObject({ label: '太和苑', place: { building: null } })
    expect(found.why).toContain('no-such-house')
    expect(found.confidence).toBeLessThan(best('太和苑3幢').confidence)
  })

  test('[B61] behind a number the house of the compound is found', () => {
    expect(best('钱江路八十号3幢').label).toBe('太和苑3幢')
    expect(best('钱江路80号3幢2单元').place.text).toBe('钱江路80号3幢2单元')
  })
})

describe('crossings, gates and exits', () => {
  test.each(['临江路清潮路拐角', '清潮路与临江路交叉口', '临江路跟那个清潮路的路口', '清潮路、临江路红绿灯', '临江路，清潮路路口'])(
    '[B62] %s is the crossing',
    (said) => expect(best(said).label).toBe('临江路与清潮路路口'),
  )

  test('[B62] two roads that do not meet, or are only named one after the other, are no crossing', () => {
    for (const said of ['临江路和通海路路口', '从临江路到清潮路都堵了', '临江路，清潮路都堵了'])
      expect(book.find(said).map(({ why }) => why[0])).not.toContain('crossing')
  })

  test.each([
    '市民中心站B口',
    '市民中心地铁站b出口',
    '市民中心地铁B口出来',
    '在B口，地铁市民中心站',
    '地铁市民中心站 Ｂ 口'.replaceAll(' ', ''),
  ])('[B62] %s is the exit', (said) => expect(best(said).label).toBe('地铁市民中心站B口'))

  test('[B62] an exit that a station does not have is the station, less surely; a block of the same name is the block', () => {
    expect(best('市民中心站H口')).toMatchObject({ label: '地铁市民中心站' })
    expect(best('市民中心站H口').why).toContain('no-such-exit')
    expect(best('市民中心C座').label).toBe('市民中心C座')
  })

  test('[B62] a gate or side that nobody mapped lies on its side of the place', () => {
    const [middle, gate] = [pointOf('银杏家园5幢'), pointOf('银杏家园5幢东门')]
    expect(gate[0]).toBeGreaterThan(middle[0])
    expect(best('银杏家园5幢东门').why).toContain('side')
    expect(best('四季公园东门').why).not.toContain('side')
  })
})

describe('beside it', () => {
  test('[B65] so many metres in a direction move the point by as much', () => {
    const [from, to] = [pointOf('望潮宾馆'), pointOf('望潮宾馆往东五十米')]
    expect(distanceM(from, to)).toBeCloseTo(50, 0)
    expect(to[0]).toBeGreaterThan(from[0])
    expect(best('望潮宾馆往东五百米').place).toMatchObject({
      building: null,
      grid: gridAt(town, pointOf('望潮宾馆往东五百米'))?.id ?? null,
    })
    expect(best('在望潮宾馆往东五百米打架').place.text).toBe('望潮宾馆往东五百米')
    expect(best('望潮宾馆斜对面的店').place.text).toBe('望潮宾馆斜对面')
    expect(pointOf('望潮宾馆向北走大概1公里')[1]).toBeGreaterThan(from[1] + 0.008)
  })

  test('[B65] without a direction the point stays; it may lie farther around it, and is less sure', () => {
    const sure = best('望潮宾馆')
    for (const said of ['望潮宾馆斜对面', '望潮宾馆旁边', '望潮宾馆过去100米']) {
      expect(best(said).place.point).toEqual(sure.place.point)
      expect(best(said).radiusM).toBeGreaterThan(sure.radiusM)
      expect(best(said).confidence).toBeLessThan(sure.confidence)
    }
  })
})

describe('several descriptions', () => {
  test('[B66] a number and its house side by side are one place, surer than either', () => {
    for (const said of ['钱江路58号太和广场3幢', '太和广场3幢钱江路58号']) {
      expect(book.find(said).map(({ label }) => label)).toEqual(['太和广场3幢'])
      expect(best(said).confidence).toBeGreaterThan(best('太和广场3幢').confidence)
    }
  })

  test('[B66] a number and a house that is not there are both less sure', () => {
    const found = book.find('望涛路70号太和苑3幢')
    expect(found.find(({ label }) => label === '太和苑3幢')?.why).toContain('disagrees')
    expect(found[0]?.confidence).toBeLessThan(best('太和苑3幢').confidence)
  })

  test('[B66] of several places the one where it happened comes first', () => {
    expect(best('我是银杏家园5幢的住户，刚才在太和苑3幢看到有人偷车').label).toBe('太和苑3幢')
    expect(best('太和苑3幢的业主在海棠苑5幢打人').label).toBe('海棠苑5幢')
    const [first, second] = book.find('太和苑3幢和海棠苑5幢都停电了')
    expect(first?.confidence).toBe(second?.confidence)
    expect(first?.confidence).toBeLessThan(best('太和苑3幢停电了').confidence)
    expect(best('太和苑3幢'.repeat(800)).label).toBe('太和苑3幢')
  })
})

describe('the search box', () => {
  test('[B73] what people say is found by what they type, houses and doors too', () => {
    expect(book.search('太和苑')[0]?.label).toBe('太和苑1幢')
    expect(book.find('太和苑3-2-301')[0]?.label).toBe('太和苑3幢2单元301室')
    expect(book.search('太和苑1', 8).map(({ label }) => label)).toEqual([1, 10, 11, 12, 13, 14, 15, 16].map((house) => `太和苑${house}幢`))
    expect(book.search('钱江路8').map(({ place }) => place.building)).not.toContain(null)
  })
})
