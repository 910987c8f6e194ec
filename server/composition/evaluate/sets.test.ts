import { mkdir, mkdtemp, readdir, rm, writeFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCorpus } from '../../classify/learning/corpusFiles.ts'
import { callsSet, haikouOrders, judgeSets, narrativeSet } from './sets.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sets-'))
  await mkdir(join(folder, 'corpus/judge'), { recursive: true })
  await mkdir(join(folder, 'calls'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('[B79] the sets that ship', () => {
  test('[B79] are read, each text with all its labels', async () => {
    const sets = await judgeSets('resources')
    expect(sets.map(({ name }) => name)).toEqual(['judge', 'evenings'])
    for (const { examples } of sets) {
      expect(examples.length).toBeGreaterThan(100)
      expect(examples.every(({ text, kinds }) => text !== '' && kinds.length > 0)).toBe(true)
      expect(examples.every(({ text, place }) => place !== null && text.includes(place))).toBe(true)
      expect(examples.some(({ policeNeeded }) => policeNeeded) && examples.some(({ policeNeeded }) => !policeNeeded)).toBe(true)
    }
  })

  test('[B79] judge by texts that stand in no file that is learnt from, be it with other signs', async () => {
    /** Signs apart, and numbers too: a text with another house number is the same text. */
    const bare = (text: string) => text.replace(/[\p{P}\p{S}\s\d]/gu, '')
    const { sources } = await readCorpus('resources/corpus')
    const learnt = new Set(sources.flatMap(({ texts }) => texts.map(({ text }) => bare(text))))
    const judging = (await judgeSets('resources')).flatMap(({ examples }) => examples)
    expect(learnt.size).toBeGreaterThan(10_000)
    expect(judging.filter(({ text }) => learnt.has(bare(text))).map(({ text }) => text)).toEqual([])
  })

  test('[B79] none of the judge’s files is read as a file to learn from', async () => {
    const judges = await readdir('resources/corpus/judge')
    const { sources } = await readCorpus('resources/corpus')
    expect(judges.length).toBeGreaterThan(1)
    expect(sources.filter(({ name }) => judges.some((file) => file.startsWith(`${name}.`) || file.startsWith(`${name}-`)))).toEqual([])
  })

  test('[B79] the older narratives are told of a place, with no slot left open', async () => {
    const { examples } = await narrativeSet('resources')
    expect(examples.length).toBeGreaterThan(100)
    expect(examples.filter(({ text }) => /[{}]/.test(text))).toEqual([])
    expect(examples.every(({ place }) => place === null)).toBe(true)
  })
})

const judgeFile = (name: string) => join(folder, 'corpus/judge', name)

test('[B79] a line of an evening begins with its number and hour, and is otherwise a line as of the corpus', async () => {
  await writeFile(judgeFile('judge.tsv'), 'P01|P02\tspeech\t10\t在⟦桥头⟧被抢了\nC01\tnote\t00\t掉了\n')
  await writeFile(judgeFile('evening-1.tsv'), 'X001\t17:21:08\t\tC01\tjjd\t00\t钱包掉了\n')
  const [judge, evenings] = await judgeSets(folder)
  expect(judge?.examples).toEqual([
    { id: 'judge.tsv:1', text: '在桥头被抢了', kinds: ['P01', 'P02'], policeNeeded: true, critical: false, place: '桥头' },
    { id: 'judge.tsv:2', text: '掉了', kinds: ['C01'], policeNeeded: false, critical: false, place: '' },
  ])
  expect(evenings?.examples.map(({ text }) => text)).toEqual(['钱包掉了'])
})

test('[B79] a line that cannot be read is named with its file and number', async () => {
  await writeFile(judgeFile('judge.tsv'), 'C01\tnote\t00\t掉了\n\nC01\tnote\t0\t掉了\n')
  await expect(judgeSets(folder)).rejects.toThrow('judge.tsv:3: flags')
})

test('[B79] sets that are no part of the product are read where they are at hand, and are none elsewhere', async () => {
  expect(await callsSet(folder)).toBeNull()
  expect(await haikouOrders(folder)).toBeNull()
  await writeFile(
    join(folder, 'calls/calls-dev.tsv'),
    'id\ttext\tkind\talso\tstyle\tpolice\tcritical\tplace\n1\t在桥头打架\tP12\tP13;P04\tspeech\t1\t0\t桥头\n2\t漏水\tC24\t\tnote\t0\t0\t-\n',
  )
  await writeFile(join(folder, 'calls/haikou-12345.tsv.gz'), gzipSync('id\ttext\ta\tb\tclass3\tdept\tpolice\n1\t打架\tx\ty\t斗殴\tz\t1\n'))
  expect((await callsSet(folder))?.examples).toEqual([
    { id: '1', text: '在桥头打架', kinds: ['P12', 'P13', 'P04'], policeNeeded: true, critical: false, place: '桥头' },
    { id: '2', text: '漏水', kinds: ['C24'], policeNeeded: false, critical: false, place: null },
  ])
  expect(await haikouOrders(folder)).toEqual([{ text: '打架', class3: '斗殴', police: true }])
})

test('[B79] texts of others are measured and never written down', async () => {
  await writeFile(join(folder, 'calls/calls-dev.tsv'), 'id\n1\t漏水\tC24\t\tnote\t0\t0\t-\n')
  expect((await callsSet(folder))?.isOurs).toBe(false)
  expect(await readFile('docs/evaluation.md', 'utf8')).not.toMatch(/^## calls-dev[^#]*\p{Script=Han}{12}/mu)
})
