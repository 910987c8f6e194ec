import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressBook } from './addressBook.ts'
import { addressTaker } from './addressRow.ts'
import { readAddresses } from './readAddresses.ts'
import { exampleBook } from './testing/exampleBook.ts'
import { townBuilder } from './townRegistry.ts'

const heading = 'code\tcommunity\troad\tnumber\testate\tbuilding\tunit\troom\tlon\tlat'
const rooms = [1, 2, 3].flatMap((unit) =>
  [101, 102, 201, 202].map((room) => `A${unit}${room}\t望江潮社区\t晓雾路\t12号\t听雨苑\t3幢\t${unit}单元\t${room}室\t120.21\t30.25`),
)
const lines = [
  heading,
  ...rooms,
  'B1\t\t晓雾路\t12号\t听雨苑\t5幢\t\t\t120.2105\t30.2505',
  'B2\t\t晓雾路\t12弄5号\t\t\t\t\t120.211\t30.251',
  'B3\t\t\t\t太和苑\t3幢\t2\t301\t120.2\t30.2',
]

let folder: string
let example: Awaited<ReturnType<typeof exampleBook>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'addresses-'))
  example = await exampleBook()
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const bookWith = async (path: string) => {
  const builder = townBuilder(example.town)
  const communities = new Map(example.town.communities.map(({ id, name }) => [name, id]))
  const read = await readAddresses(
    path,
    addressTaker(builder, (name) => communities.get(name) ?? null),
  )
  const registry = builder.build()
  return { read, registry, book: addressBook(registry, example.sounds) }
}

describe('a register beside the town file', () => {
  test('[B71] its addresses are found as those of the town are, packed or not', async () => {
    const text = lines.join('\r\n')
    for (const path of [await written('a.tsv', `\uFEFF${text}\n`), await written('a.tsv.gz', gzipSync(text))]) {
      const { read, book } = await bookWith(path)
      expect(read).toEqual({ rows: 15, problems: [] })
      expect(book.find('听雨苑三号楼2单元201有人')[0]).toMatchObject({ label: '听雨苑3幢2单元201室', place: { point: [120.21, 30.25] } })
      expect(book.find('婷雨苑5幢')[0]?.label).toBe('听雨苑5幢')
      expect(book.find('晓雾路12弄5号')[0]?.label).toBe('晓雾路12弄5号')
      expect(book.find('晓雾路12号')[0]).toMatchObject({ label: '听雨苑', place: { building: null } })
      expect(book.search('听雨')[0]?.label).toBe('听雨苑')
      expect(book.search('听雨苑5').map(({ label }) => label)).toEqual(['听雨苑5幢'])
    }
  })

  test('[B71] a house that the town file has is the same house', async () => {
    const { book, registry } = await bookWith(await written('b.tsv', lines.join('\n')))
    const found = book.find('太和苑3幢2单元301室')
    expect(found).toHaveLength(1)
    expect(found[0]?.place.building).toBe(example.town.buildings.find(({ name }) => name === '太和苑3幢')?.id)
    expect(registry.sites).toBe(example.town.buildings.length + 3)
  })

  test('[B71] lines that cannot be used are told by their numbers in both languages, and the others are read', async () => {
    const { read } = await bookWith(
      await written('c.tsv', [lines[0], 'x', lines[1], 'C\t\t\t\t\t\t\t\t120\t30', 'D\t\t\t\t苑\t\t\t\t\t30'].join('\n')),
    )
    expect(read.rows).toBe(1)
    expect(read.problems.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(read.problems[0]).toMatchObject({
      zh: expect.stringContaining('十列') as unknown,
      en: expect.stringContaining('Ten columns') as unknown,
    })
    expect((await bookWith(await written('d.tsv', 'a\tb\n'))).read.problems[0]).toMatchObject({ line: 1 })
  })

  test('[B71] a file that is not there or is no archive is an error and not an empty register', async () => {
    await expect(readAddresses(join(folder, 'none.tsv'), () => undefined)).rejects.toThrow('ENOENT')
    await expect(readAddresses(join(folder, 'none.tsv.gz'), () => undefined)).rejects.toThrow('ENOENT')
    await expect(readAddresses(await written('e.tsv.gz', 'no archive'), () => undefined)).rejects.toThrow()
  })

  test('[B71] two estates of one name are two places, told apart by their roads; what is said beside the name chooses', async () => {
    const twins = [
      'T1\t望江潮社区\t晓雾路\t8号\t幸福苑\t3幢\t\t\t120.21\t30.25',
      'T2\t通海社区\t暮云路\t9号\t幸福苑\t3幢\t\t\t120.22\t30.26',
    ]
    const { book } = await bookWith(await written('t.tsv', [heading, ...twins].join('\n')))
    const both = book.find('幸福苑3幢有人打架')
    expect(both.map(({ label }) => label).toSorted()).toEqual(['幸福苑3幢（晓雾路）', '幸福苑3幢（暮云路）'].toSorted())
    for (const { confidence } of both) expect(confidence).toBeLessThan(0.5)
    for (const said of ['暮云路幸福苑3幢', '暮云路9号幸福苑3幢', '通海社区幸福苑3幢']) {
      expect(book.find(said)[0]?.place.point).toEqual([120.22, 30.26])
      expect(book.find(said)[0]?.confidence).toBeGreaterThan(0.9)
    }
  })

  test('[B72] a door that a house does not have makes the place less sure and says so; where no doors are listed, none is missing', async () => {
    const { book, registry } = await bookWith(await written('f.tsv', lines.join('\n')))
    const [known, missing] = ['听雨苑3幢2单元201室', '听雨苑3幢2单元909室'].map((said) => book.find(said)[0])
    expect(missing?.confidence).toBeLessThan(known?.confidence ?? 0)
    expect(missing?.why).toContain('no-such-room')
    expect(known?.why).not.toContain('no-such-room')
    expect(book.find('听雨苑5幢909室')[0]?.why).not.toContain('no-such-room')
    const site = Array.from({ length: registry.sites }, (_, i) => i).find((one) => registry.spotOf(one).label === '听雨苑3幢') ?? -1
    expect(registry.hasRoom(site, null, '202')).toBe('known')
    expect(registry.hasRoom(site, '4', '202')).toBe('missing')
  })
})
