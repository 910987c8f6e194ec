import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadCorpus } from '../../../shared/domain/narrative/labelledLines.ts'
import { readCorpus } from './corpusFiles.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'))
})
afterEach(() => rm(folder, { recursive: true }))

const lineOf = (text: string, kind = 'C01') => `${kind}\tspeech\t00\t${text}`
const write = (name: string, ...lines: readonly string[]) => writeFile(join(folder, name), lines.map((line) => `${line}\n`).join(''))

test('[B78] files of one writer are one source, however many there are', async () => {
  await write('w1.tsv', lineOf('钱包掉了'))
  await write('w1-all.tsv', lineOf('⟦桥头⟧漏水'))
  await write('w10.tsv', lineOf('电梯坏了'))
  await write('README.md', 'no texts')
  const { sources } = await readCorpus(folder)
  expect(sources.map(({ name, texts }) => [name, texts.map(({ text }) => text)])).toEqual([
    ['w1', ['桥头漏水', '钱包掉了']],
    ['w10', ['电梯坏了']],
  ])
})

test('[B78] a writer of nearly every kind writes as a room hears', async () => {
  const kinds = Array.from({ length: 58 }, (_, i) => `C${String(i + 10)}`)
  await write('w1.tsv', ...kinds.map((kind) => lineOf(`${kind}的事`, kind)))
  await write('w2.tsv', ...kinds.slice(1).map((kind) => lineOf(`${kind}的事`, kind)))
  const { sources } = await readCorpus(folder)
  expect(sources.map(({ isLikeTheRoom }) => isLikeTheRoom)).toEqual([true, false])
})

test('[B78] a writer of police matters above all does not write as a room hears', async () => {
  const kinds = Array.from({ length: 60 }, (_, i) => `C${String(i + 10)}`)
  const told = (policeUpTo: number) =>
    kinds.map((kind, i) => lineOf(`${kind}的事`, kind).replace('\t00\t', i < policeUpTo ? '\t10\t' : '\t00\t'))
  await write('w1.tsv', ...told(36))
  await write('w2.tsv', ...told(37))
  const { sources } = await readCorpus(folder)
  expect(sources.map(({ isLikeTheRoom }) => isLikeTheRoom)).toEqual([true, false])
})

test('[B79] a bad line is named with its file and number', async () => {
  await write('w1.tsv', lineOf('钱包掉了'))
  await write('w2.tsv', lineOf('电梯坏了'), '', lineOf('没关上的⟦桥头'))
  await expect(readCorpus(folder)).rejects.toThrow(BadCorpus)
  await expect(readCorpus(folder)).rejects.toThrow('w2.tsv:3: place-marks')
})

test('[B76] the fingerprint is the same for the same texts and another when a word of them changes', async () => {
  await write('w1.tsv', lineOf('钱包掉了'))
  const { fingerprint } = await readCorpus(folder)
  expect((await readCorpus(folder)).fingerprint).toBe(fingerprint)
  await write('w1.tsv', lineOf('钱包丢了'))
  expect((await readCorpus(folder)).fingerprint).not.toBe(fingerprint)
  await write('w1.tsv', lineOf('钱包掉了'))
  await rename(join(folder, 'w1.tsv'), join(folder, 'w2.tsv'))
  expect((await readCorpus(folder)).fingerprint).not.toBe(fingerprint)
})
