import { beforeAll, expect, test } from 'vitest'
import type { Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { loadBrainData, type BrainData } from './brainData.ts'
import { priorsOf, type Circumstances } from './priors.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

let data: BrainData
let taxonomy: Taxonomy
beforeAll(async () => {
  data = await loadBrainData('resources/brain')
  taxonomy = await shippedTaxonomy()
})

const nothing: Circumstances = { channel: 'operator', code110: null, hour: null, earlier: [] }
const weigh = (wish: Partial<Circumstances>) => priorsOf(taxonomy, data.contexts)({ ...nothing, ...wish })

test('[B100] at night noise is likelier and an enquiry less; who does not say when is weighed as at no hour', () => {
  expect(weigh({ hour: 23 }).weights.get('C02')).toBeGreaterThan(0)
  expect(weigh({ hour: 3 }).weights.get('C02')).toBeGreaterThan(0)
  expect(weigh({ hour: 3 }).weights.get('E01')).toBeLessThan(0)
  expect(weigh({ hour: 7 }).weights.get('C02')).toBeUndefined()
  expect(weigh({}).weights.size).toBe(0)
})

test('[B101] who called about a matter may call about it again, and it says so among the reasons', () => {
  const { weights, reasons, police } = weigh({ earlier: ['C02', 'C02', 'E04'] })
  expect(weights.get('C02')).toBeGreaterThan(0)
  expect(weights.get('E04')).toBeGreaterThan(weights.get('C02') ?? 0)
  expect(reasons).toEqual(['caller:C02', 'caller:E04'])
  expect(police).toBe(false)
})

test('[B101] a kind that the town does not have weighs nothing', () => {
  expect(weigh({ earlier: ['C88'] }).weights.size).toBe(0)
})

test('[B15] a national code that only police kinds claim speaks for police; one that nobody claims, by its class', () => {
  expect(weigh({ code110: '100600' })).toMatchObject({ police: true, reasons: ['code110:100600'] })
  expect(weigh({ code110: '600300' }).police).toBe(false)
  expect(weigh({ code110: '109998' }).police).toBe(true)
})
