import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindByCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { csvRows } from './csvRows.ts'
import { loadTaxonomy, parseTaxonomy } from './loadTaxonomy.ts'

const header = 'code,nature,group,name_zh,name_en,primary_force,support_forces,urgency,cn110_codes,examples_of_scope'
const theft = 'P02,police,刑事,盗窃,theft or burglary,police,,high,100100;201000,扒窃'

describe('the taxonomy file', () => {
  test('[B1] the shipped file loads with all its kinds', async () => {
    const loaded = await loadTaxonomy('resources/taxonomy/default.csv')
    expect(loaded).toMatchObject({ ok: true })
    if (!loaded.ok) return
    expect(loaded.taxonomy).toHaveLength(62)
    expect(kindByCode(loaded.taxonomy, 'P07')).toMatchObject({ nameEn: 'vice, gambling, drugs', primaryForce: 'police', nature: 'police' })
    expect(kindByCode(loaded.taxonomy, 'P01')?.cn110Codes).toContain('100300')
  })

  test('[B2] a repeated kind code keeps the first line and warns in both languages', () => {
    const loaded = parseTaxonomy([header, theft, theft.replace('盗窃', '别的')].join('\r\n'))
    expect(loaded).toMatchObject({ ok: true, taxonomy: [{ nameZh: '盗窃' }], warnings: [{ line: 3 }] })
    if (loaded.ok) expect(loaded.warnings[0]).toMatchObject({ zh: expect.stringContaining('P02'), en: expect.stringContaining('P02') })
  })

  test('[B2] a 110 code under two kinds survives with a warning', () => {
    const loaded = parseTaxonomy([header, theft, theft.replace('P02', 'P03').replace(';201000', '')].join('\n'))
    expect(loaded).toMatchObject({ ok: true, warnings: [{ line: 3, en: expect.stringContaining('100100') }] })
    if (loaded.ok) expect(loaded.taxonomy).toHaveLength(2)
  })

  test('[B3] every bad line is named at once, with its column, in both languages', () => {
    const loaded = parseTaxonomy([header, theft.replace('police,刑事', 'polizei,刑事'), theft, theft.replace(',high,', ',now,')].join('\n'))
    expect(loaded).toMatchObject({ ok: false, problems: [{ line: 2, en: expect.stringContaining('nature') }, { line: 4 }] })
    if (!loaded.ok) expect(loaded.problems[1]?.zh).toMatch(/urgency.*无效选项/)
  })

  test.each([
    ['', '首行缺少列'],
    [header, '没有任何类别'],
    [`${header.replace('urgency,', '')}\n${theft}`, 'urgency'],
    [`${header}\n${theft.replace('扒窃', '"扒窃')}`, '引号'],
    [`${header}\n\ufffd\ufffd`, 'UTF-8'],
  ])('[B3] an unusable file %# is refused with a reason', (text, reason) => {
    const loaded = parseTaxonomy(text)
    expect(loaded.ok).toBe(false)
    if (!loaded.ok) expect(loaded.problems[0]?.zh).toContain(reason)
  })

  test('[B3] a missing file is refused, not thrown', async () => {
    expect(await loadTaxonomy('resources/taxonomy/nowhere.csv')).toMatchObject({ ok: false })
  })

  test('[B1] a byte order mark, quotes, commas and line breaks inside cells are read as written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '窃', ',', '"', '\n', ' x') }).map((text) => `.${text}.`)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const text = `\ufeff${table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
        const rows = csvRows(text)
        expect(rows).toMatchObject(table.map((cells) => ({ cells })))
      }),
    )
  })
})
