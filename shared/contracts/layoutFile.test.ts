import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPlacement } from '../testing/aDesk.ts'
import { largestLayoutFile, layoutFileText, readLayoutFile } from './layoutFile.ts'
import { LayoutRefusal, layoutRefusalText } from './layoutRefusal.ts'

const layout = { name: '双屏 白班', placements: [aPlacement(), aPlacement({ id: 'w2', region: 'wall', wall: '大厅' })] }
const good = JSON.parse(layoutFileText(layout)) as Record<string, unknown>
const fileWith = (change: object) => JSON.stringify({ ...good, ...change })
const refusalOf = (text: string) => {
  const read = readLayoutFile(text)
  return read.ok ? 'read' : read.refusal
}

test('[L1] an exported layout is read as it was, ids and versions of the machine left at home', () => {
  const read = readLayoutFile(layoutFileText({ ...layout, id: 'secret', version: 9 } as never))
  expect(read).toEqual({ ok: true, file: { format: 'xiaonao-layout', version: 1, ...layout } })
})

test('[L1] a byte order mark, as editors put before a text, is no fault', () => {
  expect(readLayoutFile(`\uFEFF${layoutFileText(layout)}`).ok).toBe(true)
})

test.each([
  ['not text at all', '\u0000\u0001PNG', 'file-not-readable'],
  ['half a file', layoutFileText(layout).slice(0, 200), 'file-not-readable'],
  ['nested beyond all reason', '['.repeat(60_000), 'file-not-readable'],
  ['another program’s file', '{"version":1,"windows":[]}', 'file-is-no-layout'],
  ['no object', 'null', 'file-is-no-layout'],
  ['a newer file, whatever else it says', JSON.stringify({ format: 'xiaonao-layout', version: 2, screens: [] }), 'file-is-newer'],
  ['a version that is no number', fileWith({ version: '1' }), 'file-is-damaged'],
  ['something added', fileWith({ script: 'x' }), 'file-is-damaged'],
  ['a prototype added', `{"__proto__":{"a":1},${JSON.stringify(good).slice(1)}`, 'file-is-damaged'],
  ['two windows of one id', fileWith({ placements: [aPlacement(), aPlacement()] }), 'file-is-damaged'],
  ['a hundred windows', fileWith({ placements: Array.from({ length: 100 }, (_, at) => aPlacement({ id: `w${at}` })) }), 'file-is-damaged'],
  ['a wall that shows the queue', fileWith({ placements: [aPlacement({ region: 'queue', wall: '大厅' })] }), 'file-is-damaged'],
  ['a region that nobody knows', fileWith({ placements: [{ ...aPlacement(), region: 'https://evil' }] }), 'file-is-damaged'],
  ['a name with a letter that turns it round', fileWith({ name: 'a\u202Eb' }), 'file-is-damaged'],
  ['a name that is blank', fileWith({ name: '   ' }), 'file-is-damaged'],
  [
    'a label with a line break',
    fileWith({ placements: [aPlacement({ display: { ...aPlacement().display, label: 'a\nb' } })] }),
    'file-is-damaged',
  ],
  ['more than 64 KB', fileWith({ name: 'x'.repeat(largestLayoutFile) }), 'file-too-large'],
])('[L2] %s is refused with its reason', (_, text, refusal) => {
  expect(refusalOf(text)).toBe(refusal)
})

test('[L2] whatever text is chosen, it is a layout or a refusal', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"format":"xiaonao-layout","version":1,"name":"a","placements":${json}}`),
  )
  fc.assert(fc.property(texts, (text) => void expect(readLayoutFile(text)).toHaveProperty('ok')))
})

test('[L2] every refusal is said in both languages, with what can be done', () => {
  for (const refusal of LayoutRefusal.options) {
    expect(layoutRefusalText(refusal, 'zh-CN')).toMatch(/[\u4e00-\u9fff].*[。]$/)
    expect(layoutRefusalText(refusal, 'en')).toMatch(/^[A-Z].*[.]$/)
  }
})
