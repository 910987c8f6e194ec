import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addressBook, type AddressBook } from '../server/address/addressBook.ts'
import { addressTaker } from '../server/address/addressRow.ts'
import { soundsOf } from '../shared/domain/language/sounds.ts'
import { townBuilder } from '../server/address/townRegistry.ts'
import { seededRandom } from '../shared/domain/seededRandom.ts'
import type { Town } from '../shared/domain/town/town.ts'
import { exampleTown } from './exampleTown.ts'
import { addressesOf, madeEstates, perEstate, type MadeEstate } from './madeAddresses.ts'
import { root } from './root.ts'
import { middleOf, quantile, type BenchRow } from './row.ts'

const seed = 2026
const asked = 3_000
const scans = 40
const rounds = 5

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

const memoryMb = (): number => {
  // A collection that is under way already still keeps what was let go of since it began; the next one does not.
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_048_576
}

/** Texts of calls as the corpus tells them, each with its words for where. */
const tellings = (): readonly (readonly [before: string, after: string])[] =>
  readFileSync(join(root, 'resources/corpus/w1.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[3] ?? '')
    .flatMap((text) => {
      const [before, rest] = text.split('⟦')
      const [, after] = rest?.split('⟧') ?? []
      return before !== undefined && after !== undefined ? [[before, after] as const] : []
    })

const sayings: readonly ((estate: MadeEstate, n: number) => string)[] = [
  ({ name }, n) => `${name}${(n % 12) + 1}幢${(n % 3) + 1}单元${(n % 7) + 1}01室`,
  ({ name }, n) => `${name}${(n % 12) + 1}号楼`,
  ({ road, number }) => `${road}${number}号`,
  ({ road, number, name }, n) => `${road}${number}号${name}${(n % 12) + 1}幢`,
  ({ name }) => `${name}东门`,
  ({ name }, n) => `${name.replace(/^./, '长')}${(n % 12) + 1}幢`,
  () => '',
]

const texts = (estates: readonly MadeEstate[]): readonly string[] => {
  const chance = seededRandom(seed + 1)
  const told = tellings()
  return Array.from({ length: asked }, (_, n) => {
    const estate = estates[Math.floor(chance() * estates.length)]
    const [before = '', after = ''] = told[Math.floor(chance() * told.length)] ?? []
    const say = sayings[n % sayings.length]
    return estate && say ? `${before}${say(estate, n)}${after}` : ''
  })
}

/**
 * How long each text took to be looked up, ms: the middle of five rounds over all of them, the first of which the engine
 * warms to. A slice that the machine gave to something else is longer than a find, and falls on another text each round.
 */
const tookMs = (look: (text: string) => unknown, all: readonly string[]): readonly number[] => {
  const runs = Array.from({ length: rounds }, () =>
    all.map((text) => {
      const from = performance.now()
      look(text)
      return performance.now() - from
    }),
  )
  return all.map((_, i) => middleOf(runs.map((run) => run[i] ?? Number.NaN)).median)
}

const built = (town: Town, estates: readonly MadeEstate[]) => {
  const sounds = soundsOf(readFileSync(join(root, 'resources/brain/pinyin.txt'), 'utf8'))
  const before = memoryMb()
  const from = performance.now()
  const builder = townBuilder(town)
  const take = addressTaker(builder, () => null)
  for (const estate of estates) for (const row of addressesOf(estate)) take(row)
  const book = addressBook(builder.build(), sounds)
  const buildMs = performance.now() - from
  return { book, buildMs, megabytes: memoryMb() - before }
}

const rightShare = (book: AddressBook, estates: readonly MadeEstate[]): number => {
  const said = estates.slice(0, 500).map((estate, n) => ({ estate, n, text: `我在${sayings[0]?.(estate, n) ?? ''}这里` }))
  return said.filter(({ estate, n, text }) => book.find(text)[0]?.label.startsWith(`${estate.name}${(n % 12) + 1}幢`)).length / said.length
}

/** The bare means: every address of the register held against the text. */
const scanMs = (estates: readonly MadeEstate[], all: readonly string[]): readonly number[] => {
  const register = estates.flatMap((estate) =>
    [...addressesOf(estate)].map(({ building, unit, room }) => `${estate.name}${building}${unit}单元${room}室`),
  )
  return tookMs((text) => register.filter((address) => text.includes(address)), all.slice(0, scans))
}

const measured = (town: Town, addresses: number, target: number | null, withScan: boolean): readonly BenchRow[] => {
  const estates = madeEstates(addresses, seed)
  const all = texts(estates)
  const { book, buildMs, megabytes } = built(town, estates)
  const took = tookMs(book.find, all)
  const scan = withScan ? quantile(scanMs(estates, all), 0.5) : null
  const typed = tookMs(
    (text) => book.search(text),
    estates.slice(0, 300).map(({ name }) => name.slice(0, 2)),
  )
  const count = `${(estates.length * perEstate).toLocaleString('en')} addresses`
  const length = `middle of ${rounds} rounds over ${asked.toLocaleString('en')} texts, median ${quantile(
    all.map((text) => text.length),
    0.5,
  )} characters`
  const what = `address, ${count}`
  const right = `${Math.round(rightShare(book, estates) * 100)} % of 500 houses found by their words`
  return [
    {
      what: `${what}: find, p50`,
      measured: quantile(took, 0.5),
      unit: 'ms',
      target: null,
      ceiling: scan,
      note: `${length}; ceiling: includes() over every address`,
    },
    {
      what: `${what}: find, p99`,
      measured: quantile(took, 0.99),
      unit: 'ms',
      target,
      ceiling: null,
      note: `longest ${quantile(took, 1).toFixed(1)} ms; ${right}`,
    },
    {
      what: `${what}: search box, p99`,
      measured: quantile(typed, 0.99),
      unit: 'ms',
      target: null,
      ceiling: null,
      note: 'two characters of an estate',
    },
    { what: `${what}: memory`, measured: megabytes, unit: 'MB', target: null, ceiling: null, note: 'heap and arrays, after collection' },
    { what: `${what}: built in`, measured: buildMs, unit: 'ms', target: null, ceiling: null, note: 'from lines to answers' },
  ]
}

/** The address book against a street's register and against a city's, both made from a seed. */
export const addressBench = (): Promise<BenchRow[]> => {
  const town = exampleTown()
  return Promise.resolve([...measured(town, 200_000, 10, true), ...measured(town, 12_400_000, 10, false)])
}
