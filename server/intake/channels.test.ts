import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { IncomingReport } from '../../shared/domain/command.ts'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import type { Adapter, Read, Reading } from './adapter.ts'
import { readSeenByUnit } from './grid/adapterGrid.ts'
import { adapters } from './intakeRoutes.ts'
import { readTakenByPhone } from './operator/adapterOperator.ts'
import { doorRoom, onePhoto, roomNow, siji, strangePhoto } from './testing/doorRoom.ts'

const { needs } = doorRoom({ keep: async () => undefined, unseen: async () => 0, list: async () => [], markSeen: async () => undefined })
const reading: Reading = {
  now: roomNow,
  keepPhoto: (bytes) => needs.keepPhoto(bytes, siji),
  hasPhoto: (photo) => needs.hasPhoto(photo, siji),
  verifyBuilding: needs.verifyBuilding,
  holder: { town: siji },
}

const adapterOf = (channel: string): Adapter => {
  const adapter = adapters.find((one) => one.channel === channel)
  if (!adapter) throw new Error(`no adapter ${channel}`)
  return adapter
}

const sample = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(import.meta.dirname, path), 'utf8')) as Record<string, unknown>

const read = async (path: string, changes: object = {}): Promise<Read> =>
  adapterOf(path.split('/')[0] ?? '').read({ ...(await sample(path)), ...changes }, reading)

const taken = async (path: string, changes: object = {}) => {
  const answer = await read(path, changes)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  expect(IncomingReport.parse(answer.report)).toEqual(answer.report)
  return answer
}

describe('110', () => {
  test('[K10] a full order becomes a report: Chinese time, converted position, words with emoji and rare characters', async () => {
    const { report, outsideId, warnings } = await taken('110/samples/full.json')
    expect(outsideId).toBe('330102202611220931550018')
    expect(report).toMatchObject({
      channel: '110',
      saidAt: Date.UTC(2026, 10, 22, 1, 31, 55),
      text: '楼上装修从早上七点一直敲到现在，\n家里有小孩在睡觉😭，说了也不听。𠮷田家',
      caller: { name: '王女士', phone: '13800000018' },
      code110: '600900',
    })
    const shift = distanceM(report.point as Point, [120.2109, 30.2467])
    expect(shift).toBeGreaterThan(300)
    expect(shift).toBeLessThan(700)
    expect(warnings).toEqual([])
  })

  test('[K10] empty fields are unknown, not wrong', async () => {
    const { report, warnings } = await taken('110/samples/no-position.json')
    expect(report).toMatchObject({
      point: null,
      placeText: '',
      code110: null,
      caller: { name: null, phone: null },
      saidAt: Date.UTC(2026, 10, 22, 1, 40, 12),
    })
    expect(warnings).toEqual([])
  })

  test('[K12] longitude and latitude exchanged are refused with both field names', async () => {
    const answer = await read('110/samples/swapped.json')
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'jd', reason: 'swapped' }] })
  })

  test('[K13] more than 4,000 characters are refused with the field; 4,000 are taken', async () => {
    expect((await taken('110/samples/full.json', { bjnr: '吵'.repeat(4_000) })).report.text).toHaveLength(4_000)
    expect(await read('110/samples/full.json', { bjnr: '吵'.repeat(4_001) })).toMatchObject({
      ok: false,
      problems: [{ field: 'bjnr', reason: 'too-long' }],
    })
  })

  test('[K11] a code that is none is left out and told', async () => {
    const { report, warnings } = await taken('110/samples/full.json', { bjlxdm: 'ABC' })
    expect(report.code110).toBeNull()
    expect(warnings).toMatchObject([{ field: 'bjlxdm', reason: 'unknown-code' }])
  })
})

describe('the other channels', () => {
  test('[K10] 12345: title and category stand before the words; BD-09 is converted', async () => {
    const { report } = await taken('12345/samples/noise.json')
    expect(report.text).toMatch(/^【投诉\/环境噪声】夜间施工噪声扰民。工地连续三晚/)
    expect(report.caller.phone).toBe('057185550017')
    expect(distanceM(report.point as Point, [120.2143, 30.2441])).toBeGreaterThan(700)
  })

  test('[K10] camera: an alarm says what was seen, how sure, and that a person must check; its picture is kept', async () => {
    const { report, warnings } = await taken('camera/samples/smoke.json')
    expect(report.text).toContain('疑似烟雾')
    expect(report.text).toContain('87%')
    expect(report.text).toContain('待人工核实')
    expect(report.photos).toEqual([onePhoto])
    expect(warnings).toEqual([])
  })

  test('[K14] camera: a picture that is broken, too large or no JPEG is told, and the alarm taken without it', async () => {
    for (const snapshot of ['%%%', Buffer.from('GIF89a').toString('base64'), Buffer.alloc(2_097_153, 0xff), 7, {}]) {
      const { report, warnings } = await taken('camera/samples/smoke.json', { snapshot })
      expect(report.photos).toEqual([])
      expect(warnings).toMatchObject([{ field: 'snapshot' }])
    }
  })

  test('[K10] grid: another platform’s form and the room’s own field page give the same kind of report', async () => {
    const { report } = await taken('grid/samples/pavement.json')
    expect(report).toMatchObject({ channel: 'grid', caller: { name: '李伟', phone: null }, placeText: '婺江路 215 号门前' })
    const own = readSeenByUnit(
      { unit: UnitId.parse('W12'), unitName: '李伟', text: ' 井盖\u0000松动 ', point: [120.2, 30.25], photos: [] },
      'tap-00001',
    )
    expect(own).toMatchObject({
      ok: true,
      outsideId: 'W12:tap-00001',
      report: { text: '井盖松动', outsideId: null, point: [120.2, 30.25] },
    })
    expect(readSeenByUnit({ unit: UnitId.parse('W12'), unitName: '', text: '\u0007', point: null, photos: [] }, 'tap-00002')).toMatchObject(
      { ok: false, problems: [{ field: 'text' }] },
    )
  })

  test('[K10] operator: what was written down by phone, with the place picked on the map', async () => {
    expect((await taken('operator/samples/call.json')).report).toMatchObject({ channel: 'operator', placeText: '近江家园东门' })
    const place = {
      text: '太和广场3幢',
      point: [120.2, 30.25] as const,
      building: null,
      grid: null,
      community: null,
      source: 'person' as const,
    }
    const own = readTakenByPhone({ text: '吵架', callerName: null, callerPhone: '138 0000 0001', place, placeText: '' }, 'call-0001')
    expect(own).toMatchObject({ ok: true, report: { placeText: '太和广场3幢', point: [120.2, 30.25], caller: { phone: '13800000001' } } })
  })

  test('[K15] citizen: the building is believed only with its signature, and gives the place', async () => {
    const { report, outsideId } = await taken('citizen/samples/stairwell.json')
    expect(report).toMatchObject({
      building: 'B12',
      point: [120.2, 30.25],
      placeText: '钱江路58号 太和广场3幢',
      caller: { phone: '13800000099' },
    })
    expect(outsideId).toBe('B12:0191f0c2-7a55-7c2e-9a53-2f3f5c1b0a11')
    for (const wrong of [{ signature: 'forged-one' }, { building: 'B13' }, { building: '__proto__' }]) {
      expect(await read('citizen/samples/stairwell.json', wrong)).toMatchObject({ ok: false, problems: [{ reason: 'unknown-building' }] })
    }
  })

  test.each(['grid/samples/pavement.json', 'citizen/samples/stairwell.json'])(
    '[K18] %s: a photo that the room does not keep is left out and told with its place, and the report is taken',
    async (path) => {
      const { report, warnings } = await taken(path, { photos: [strangePhoto, onePhoto, strangePhoto] })
      expect(report.photos).toEqual([onePhoto])
      expect(warnings).toMatchObject(['photos.0', 'photos.2'].map((field) => ({ field, reason: 'unknown-photo' })))
      expect(warnings.every(({ zh, en }) => zh.includes('照片') && en.includes('without it'))).toBe(true)
      expect((await taken(path, { photos: [onePhoto] })).warnings).toEqual([])
      expect(await read(path, { photos: ['not-an-id'] })).toMatchObject({
        ok: false,
        problems: [{ field: 'photos.0', reason: 'malformed' }],
      })
    },
  )

  test('[K16] every example of the API page is a form that would be taken', async () => {
    for (const adapter of adapters) {
      for (const { value } of Object.values(adapter.examples)) {
        const form = adapter.channel === 'citizen' ? { ...(value as object), signature: 'good-signature' } : value
        const answer = await adapter.read(form, reading)
        expect({ channel: adapter.channel, answer }).toMatchObject({ answer: { ok: true } })
      }
    }
  })
})
