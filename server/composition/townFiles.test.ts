import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadFile, readTownFiles } from './townFiles.ts'
import { readSettings } from '../settings.ts'

const heading = 'code\tcommunity\troad\tnumber\testate\tbuilding\tunit\troom\tlon\tlat\n'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'))
})
afterAll(() => rm(folder, { recursive: true }))

const reading = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return readTownFiles('resources', null, join(folder, name))
}

test('[B71] a register beside the town file adds its houses; each lies in the community that it names or where it stands', async () => {
  const bare = await readTownFiles('resources', null)
  const { registry, town } = await reading(
    'a.tsv',
    `${heading}1\t望江潮社区\t晓雾路\t12号\t听雨苑\t3幢\t\t\t0\t0\n2\tC02\t晓雾路\t14号\t听雨苑\t5幢\t\t\t0\t0\n`,
  )
  expect(registry.sites).toBe(bare.registry.sites + 2)
  const added = [registry.sites - 2, registry.sites - 1].map(registry.spotOf)
  expect(added.map(({ label, community }) => [label, community])).toEqual([
    ['听雨苑3幢', town.communities.find(({ name }) => name === '望江潮社区')?.id],
    ['听雨苑5幢', 'C02'],
  ])
})

test('[B71] a register that is missing, or has lines that cannot be used, starts no room and says why in both languages', async () => {
  await expect(readTownFiles('resources', null, join(folder, 'none.tsv'))).rejects.toThrow(BadFile)
  await expect(readTownFiles('resources', null, join(folder, 'none.tsv'))).rejects.toThrow(/地址文件读不到.*cannot be read/)
  await expect(reading('b.tsv', `${heading}1\t\t\t\t\t\t\t\t1\t1\n`)).rejects.toThrow(/2: 需要十列.*Ten columns/)
})

test('[B71] the register is named on the command line or in the environment', () => {
  const settings = (args: readonly string[], env: Record<string, string>) => {
    const read = readSettings(args, env)
    return read.ok ? read.settings.addresses : read.problem
  }
  expect(settings(['--addresses', 'a.tsv'], { XIAONAO_ADDRESSES: 'b.tsv' })).toBe('a.tsv')
  expect(settings([], { XIAONAO_ADDRESSES: 'b.tsv' })).toBe('b.tsv')
  expect(settings([], {})).toBeNull()
})
