import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import { addressBook, type AddressBook } from './addressBook.ts'
import { chineseNumber } from './plainAddress.ts'
import { soundsOf } from '../../shared/domain/language/sounds.ts'
import { townRegistry } from './townRegistry.ts'

let town: Town
let book: AddressBook
beforeAll(async () => {
  const parsed = parseTown(JSON.parse(await readFile('resources/town/example.json', 'utf8')))
  if (!parsed.ok) throw new Error('the example town cannot be read')
  town = parsed.town
  book = addressBook(townRegistry(town), soundsOf(await readFile('resources/brain/pinyin.txt', 'utf8')))
})

const best = (text: string) => book.find(text)[0]

describe('the address book', () => {
  test('[B20] every building of the town is found by its full name, with its point, grid and community', () => {
    for (const building of town.buildings) {
      const found = best(`你好，${building.name}这里出事了`)
      expect(found).toMatchObject({
        label: building.name,
        place: { building: building.id, grid: building.grid, point: building.point, source: 'brain' },
      })
      expect(found?.place.community).toBe(town.grids.find(({ id }) => id === building.grid)?.community)
      expect(found?.confidence).toBeGreaterThan(0.9)
    }
  })

  test('[B20] every landmark is found by its names', () => {
    for (const landmark of town.places) {
      for (const name of [landmark.name, ...landmark.aliases])
        expect(book.find(`在${name}`).map(({ label }) => label)).toContain(landmark.name)
    }
  })

  test('[B20] road and number, with digits or in words, name the building; a number nobody has only its neighbourhood', () => {
    expect(best('我在临江路42号门口')).toMatchObject({ label: '钱潮露台', why: ['number'] })
    expect(best('临江路四十二号')).toMatchObject({ label: '钱潮露台' })
    const near = best('临江路43号')
    expect(near).toMatchObject({ label: '钱潮露台', why: ['near-number:1'] })
    expect(near?.confidence).toBeLessThan(0.5)
  })

  test('[B20] metro exits and crossings are found however people say them', () => {
    for (const said of ['市民中心地铁站c口扶梯', '地铁市民中心站Ｃ出口', '市民中心站C口'])
      expect(best(said)).toMatchObject({ label: '地铁市民中心站C口' })
    for (const said of ['钱江路与太和街交叉口', '太和街钱江路路口', '钱江路和太和街拐角']) {
      expect(best(said)?.label).toMatch(/(钱江路.太和街|太和街.钱江路)路口/)
      expect(best(said)?.place.point).not.toBeNull()
    }
  })

  test('[B21] beside, opposite and so many metres on lower the confidence', () => {
    const sure = best('望潮宾馆')?.confidence ?? 0
    for (const said of ['望潮宾馆旁边', '望潮宾馆对面的店', '望潮宾馆往东50米']) {
      expect(best(said)?.confidence).toBeLessThan(sure)
      expect(best(said)?.why).toContain('beside')
    }
  })

  test('[B21] where somebody fled to or came from is less likely the place', () => {
    const found = book.find('在望潮宾馆抢了包，往临江路方向跑了')
    expect(found[0]?.label).toContain('望潮')
    expect(found.find(({ label }) => label === '临江路')?.confidence).toBeLessThan(0.1)
  })

  test('[B22] nothing said, nothing found', () => {
    for (const text of ['', '楼上漏水', '我手机丢了', '着火了快来', '😀', '三号', '路']) expect(book.find(text)).toEqual([])
  })

  test('[B22] a misheard name is proposed below a right one and says that it was misheard', () => {
    const heard = best('我在望朝宾馆门口')
    expect(heard?.why).toContain('misheard')
    expect(heard?.confidence).toBeLessThan(best('我在望潮宾馆门口')?.confidence ?? 0)
  })

  test('[B22] an estate without its block is one place in the middle of its houses', () => {
    const base = '太和苑'
    expect(town.buildings.filter(({ name }) => name.startsWith(base)).length).toBeGreaterThan(6)
    const found = book.find(`${base}有人吵架`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ label: base, place: { building: null } })
    expect(found[0]?.place.point).not.toBeNull()
  })

  test('[B22] whatever is said: spans lie in the text, confidence between 0 and 1, ranked', () => {
    const words = fc.constantFrom(
      '临江路',
      '42号',
      '太和',
      '市民中心',
      '站',
      'A口',
      '😀',
      '3幢',
      '旁边',
      '往',
      '，',
      '路口',
      'Ａ',
      '十二',
      'x',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const found = book.find(text)
        for (const { span, confidence, place } of found) {
          expect(text.slice(...span)).toBe(place.text)
          expect(place.text.length).toBeGreaterThan(1)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        expect(found.map(({ confidence }) => confidence)).toEqual(found.map(({ confidence }) => confidence).toSorted((a, b) => b - a))
      }),
    )
  })

  test('[B23] the search box finds by beginning, by middle and by several words, best first', () => {
    expect(book.search('望潮宾馆')[0]?.label).toContain('望潮大酒店')
    expect(book.search('市民 a口')[0]?.label).toBe('地铁市民中心站A口')
    expect(book.search('大剧院')[0]?.label).toBe('潮声大剧院')
    expect(book.search('   ')).toEqual([])
    expect(book.search('太和', 3)).toHaveLength(3)
  })

  test.each([
    ['五十八', 58],
    ['一百零二', 102],
    ['十', 10],
    ['二十', 20],
    ['六〇二', 602],
    ['12', 12],
    ['两百', 200],
    ['路', null],
  ])('[B20] %s is the number %s', (said, number) => expect(chineseNumber(said)).toBe(number))
})
