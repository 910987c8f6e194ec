import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpusLine } from '../../shared/domain/narrative/corpusLine.ts'
import { addressBook, type AddressBook } from './addressBook.ts'
import { soundsOf, type Sounds } from '../../shared/domain/language/sounds.ts'
import { soundAlikes, dice } from './testing/sayings.ts'
import { exampleBook } from './testing/exampleBook.ts'
import { townBuilder, withoutBlock } from './townRegistry.ts'
import type { Town } from '../../shared/domain/town/town.ts'

let town: Town
let table: string
let sounds: Sounds
let book: AddressBook
beforeAll(async () => {
  ;({ town, table, sounds, book } = await exampleBook())
})

/** A town of nothing but these estates. */
const bookOf = (...estates: readonly string[]): AddressBook => {
  const builder = townBuilder({ ...town, buildings: [], places: [], roads: { nodes: [], edges: [] } })
  for (const estate of estates)
    builder.addSite({ road: '', number: '', estate, block: '3', point: town.center, community: null, building: null })
  return addressBook(builder.build(), sounds)
}

describe('by their sound', () => {
  test.each([
    ['常青苑', '长青苑'],
    ['江河汇', '江合汇'],
    ['成兴路', '城兴路'],
    ['五星路', '伍星路'],
    ['文晖家园', '文辉家园'],
    ['汀兰苑', '丁兰苑'],
    ['四季青新村', '十季亲新村'],
    ['南山小区', '蓝山小区'],
    ['湖滨公寓', '福宾公寓'],
    ['景芳里', '锦房里'],
  ])('[B63] %s is found when %s is written', (name, heard) => {
    const found = bookOf(name).find(`喂，${heard}3幢有人打架`)[0]
    expect(found).toMatchObject({ label: `${name}3幢`, why: expect.arrayContaining(['misheard']) as unknown })
    expect(found?.confidence).toBeLessThan(bookOf(name).find(`喂，${name}3幢有人打架`)[0]?.confidence ?? 0)
  })

  test('[B63] every estate of the town is found with any one of its characters by another of the same sound', () => {
    const chance = dice(63)
    const alike = soundAlikes(table)
    const estates = [...new Set(town.buildings.map(({ name }) => withoutBlock(name)))].filter((name) => /^\p{Script=Han}{3,}$/u.test(name))
    const missed = estates.flatMap((name) => {
      const at = Math.floor(chance.next() * (name.length - 1))
      // Particles and pronouns are no slips of a name.
      const others = alike(name[at] ?? '').filter((sign) => !/[我你他她它在了的是有不就都也把被到去来这那给跟和行]/.test(sign))
      const said = `${name.slice(0, at)}${chance.pick(others)}${name.slice(at + 1)}`
      return book.find(`${said}有人打架`).some(({ label }) => label.startsWith(name)) ? [] : [`${name} ${said}`]
    })
    expect(estates.length).toBeGreaterThan(60)
    expect(missed).toEqual([])
  })

  test('[B63] a wrong digit or letter is another house, and a name of two characters is never misheard', () => {
    expect(book.find('太和苑4幢')[0]?.label).toBe('太和苑4幢')
    expect(bookOf('江南').find('讲男3幢')).toEqual([])
  })
})

describe('ranked', () => {
  test('[B64] of two names that sound the same the written one comes first, the other after it', () => {
    const both = bookOf('文晖苑', '文辉苑')
    expect(both.find('文晖苑3幢').map(({ label }) => label)).toEqual(['文晖苑3幢', '文辉苑3幢'])
    expect(both.find('文辉苑3幢').map(({ label }) => label)).toEqual(['文辉苑3幢', '文晖苑3幢'])
    const neither = both.find('文挥苑3幢')
    expect(neither.map(({ label }) => label).toSorted()).toEqual(['文晖苑3幢', '文辉苑3幢'].toSorted())
    expect(neither[0]?.confidence).toBeLessThan(0.5)
  })

  test('[B64] same sound before like sound before a wrong character', () => {
    const confidence = (said: string) => bookOf('湖滨公寓').find(`${said}3幢`)[0]?.confidence ?? 0
    const steps = ['湖滨公寓', '胡宾公寓', '福滨公寓', '湖岭公寓'].map(confidence)
    expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => b - a))
    expect(steps.at(-1)).toBeGreaterThan(0)
  })
})

describe('none', () => {
  test('[B67] in texts of other towns hardly a place of this one is believed', async () => {
    const lines = (await readFile('resources/corpus/w2.tsv', 'utf8'))
      .split('\n')
      .map(corpusLine)
      .filter((line) => typeof line !== 'string')
    const believed = lines.filter(({ text }) => (book.find(text)[0]?.confidence ?? 0) >= 0.45)
    expect(lines.length).toBeGreaterThan(800)
    expect(believed.length / lines.length).toBeLessThan(0.01)
  })

  test('[B67] a home, a floor or an age is no place of the town', () => {
    for (const text of ['家里漏水了', '三楼有人', '在路口', '我69岁', '门口', '对面在打架', '往东50米', 'B口', '3幢2单元301室'])
      expect(book.find(text)).toEqual([])
  })
})

test('[B63] the table knows every reading of a character, and a sign that it does not know sounds like itself alone', () => {
  const own = soundsOf('chang 长常\nzhang 长\n')
  expect(own('长'.charCodeAt(0)).spoken).toHaveLength(2)
  expect(own('常'.charCodeAt(0)).spoken).toHaveLength(1)
  expect(own('x'.charCodeAt(0)).heard).not.toEqual(own('y'.charCodeAt(0)).heard)
})
