import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Assessment } from '../../shared/domain/incident/report.ts'
import { defaultThresholds } from '../../shared/domain/room/thresholds.ts'
import { loadBrainData } from './brainData.ts'
import { classifier } from './classifier.ts'
import { loadLearnt } from './loadLearnt.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

type Labelled = { readonly text: string; readonly kind: string; readonly police: boolean; readonly critical: boolean }
type Judged = Labelled & { readonly seen: Assessment }

const judge = async (rows: readonly Labelled[]): Promise<readonly Judged[]> => {
  const brain = classifier(await shippedTaxonomy(), await loadBrainData('resources/brain'), await loadLearnt('resources/brain'))
  return rows.map((row) => ({
    ...row,
    seen: brain.classify({
      text: row.text,
      channel: 'operator',
      code110: null,
      hour: null,
      earlier: [],
      sureFrom: defaultThresholds.askBelowConfidence,
    }),
  }))
}

const share = (rows: readonly Judged[], holds: (row: Judged) => boolean) => rows.filter(holds).length / rows.length

const figures = (rows: readonly Judged[]) => ({
  kind: share(rows, ({ kind, seen }) => seen.kind === kind),
  policeRecall: share(
    rows.filter(({ police }) => police),
    ({ seen }) => seen.policeNeeded,
  ),
  policePrecision: share(
    rows.filter(({ seen }) => seen.policeNeeded),
    ({ police }) => police,
  ),
  criticalRecall: share(
    rows.filter(({ critical }) => critical),
    ({ seen }) => seen.critical,
  ),
  criticalPrecision: share(
    rows.filter(({ seen }) => seen.critical),
    ({ critical }) => critical,
  ),
})

/** Labelled calls that are not part of the product. */
const callsPath = '../shared/data/calls/calls-dev.tsv'

const readCalls = async (): Promise<readonly Labelled[]> => {
  const [, ...lines] = (await readFile(callsPath, 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [, text = '', kind = '', , , police, critical] = line.split('\t')
    return { text, kind, police: police === '1', critical: critical === '1' }
  })
}

test.skipIf(!existsSync(callsPath))('[B40] labelled calls (skipped where they are not at hand): the floors hold', async () => {
  const rows = await judge(await readCalls())
  const seen = figures(rows)
  expect(rows.length).toBeGreaterThan(100)
  expect(seen.policeRecall).toBeGreaterThanOrEqual(0.98)
  expect(seen.kind).toBeGreaterThanOrEqual(0.8)
  expect(seen.policePrecision).toBeGreaterThanOrEqual(0.85)
  expect(seen.criticalRecall).toBeGreaterThanOrEqual(0.97)
})

const slots: Readonly<Record<string, string>> = {
  building: '和兴大厦',
  address: '临江路42号',
  road: '临江路',
  place: '市民广场',
  metro: '市民中心站A口',
  community: '望潮社区',
  name: '李某',
  shop: '阿毛小吃',
}

const narrativesPath = 'resources/narratives'

const readNarratives = async (): Promise<readonly Labelled[]> => {
  const files = (await readdir(narrativesPath)).filter((name) => name.endsWith('.jsonl') && name !== 'storms.jsonl')
  const texts = await Promise.all(files.map((name) => readFile(join(narrativesPath, name), 'utf8')))
  return texts
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => JSON.parse(line) as { text: string; kind: string; policeNeeded: boolean; critical: boolean })
    .map(({ text, kind, policeNeeded, critical }) => ({
      text: text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? ''),
      kind,
      police: policeNeeded,
      critical,
    }))
}

test('[B40] the product’s own narratives: the floors hold', async () => {
  const seen = figures(await judge(await readNarratives()))
  expect(seen.policeRecall).toBeGreaterThanOrEqual(0.97)
  expect(seen.kind).toBeGreaterThanOrEqual(0.85)
  expect(seen.policePrecision).toBeGreaterThanOrEqual(0.75)
  expect(seen.criticalRecall).toBeGreaterThanOrEqual(0.8)
})
