import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { distanceM, isInChina, type Point } from '../../shared/domain/geo/point.ts'
import { outsidePoint, toWgs84 } from './outsidePoint.ts'
import { outsideTime, timeWarnings } from './outsideTime.ts'
import { plainWords } from './words.ts'

const fields = { lon: 'jd', lat: 'wd' }

describe('positions', () => {
  // The same gate read from a satellite map, from a map in GCJ-02 and from one in BD-09; 15 m is what such readings are worth.
  const gate: Point = [116.391275, 39.907785]

  test('[K12] GCJ-02 and BD-09 of the same gate come to the same place on earth', () => {
    const fromGcj = toWgs84([116.397517, 39.909187], 'GCJ02')
    const fromBd = toWgs84([116.403904, 39.915471], 'BD09')
    expect(distanceM(fromGcj, gate)).toBeLessThan(15)
    expect(distanceM(fromBd, fromGcj)).toBeLessThan(15)
    expect(toWgs84(gate, 'WGS84')).toEqual(gate)
  })

  test('[K12] nothing, half, 0,0 and places outside China give no position, and are told', () => {
    expect(outsidePoint(null, null, 'GCJ02', fields)).toEqual({ ok: true, point: null, warnings: [] })
    const reasons = [
      [120, null],
      [null, 30],
      [0, 0],
      [2.35, 48.85],
      [-120, 30],
      [500, 500],
    ].map(([lon, lat]) => outsidePoint(lon ?? null, lat ?? null, 'WGS84', fields))
    expect(reasons.every((one) => one.ok && one.point === null && one.warnings.length === 1)).toBe(true)
  })

  test('[K12] a position in China is taken as it is; the same one exchanged is refused', () => {
    fc.assert(
      fc.property(fc.double({ min: 73.1, max: 135.9, noNaN: true }), fc.double({ min: 3.1, max: 53.9, noNaN: true }), (lon, lat) => {
        expect(outsidePoint(lon, lat, 'WGS84', fields)).toEqual({ ok: true, point: [lon, lat], warnings: [] })
        expect(outsidePoint(lat, lon, 'WGS84', fields).ok).toBe(isInChina([lat, lon]))
      }),
    )
  })
})

describe('times', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test('[K11] a time without a zone is China time, wherever the server stands', () => {
    const expected = Date.UTC(2026, 10, 22, 1, 5, 0)
    for (const tz of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Apia']) {
      process.env['TZ'] = tz
      expect(outsideTime('2026-11-22 09:05:00')).toBe(expected)
      expect(outsideTime('20261122090500')).toBe(expected)
      expect(outsideTime('2026-11-22T09:05:00')).toBe(expected)
      expect(outsideTime('2026/11/22 9:05')).toBe(expected)
      expect(outsideTime('2026-11-22T01:05:00Z')).toBe(expected)
      expect(outsideTime('2026-11-22T03:05:00.000+02:00')).toBe(expected)
      expect(outsideTime('2026-11-21T20:05:00-0500')).toBe(expected)
    }
  })

  test('[K11] days that do not exist and other words are no time', () => {
    for (const text of [
      '2026-02-29 10:00:00',
      '2026-13-01 10:00:00',
      '20261122246000',
      '2026-11-22 24:00:00',
      '2026-11-22',
      '昨天',
      '',
      '1763775300000',
    ]) {
      expect(outsideTime(text)).toBeNull()
    }
    expect(outsideTime('2028-02-29 10:00:00')).not.toBeNull()
  })

  test('[K11] more than a day off is told, either way; a day exactly is not', () => {
    const day = 86_400_000
    expect(timeWarnings('bjsj', 5 * day, 4 * day)).toEqual([])
    expect(timeWarnings('bjsj', 5 * day + 1, 4 * day)).toMatchObject([{ reason: 'time-in-the-future' }])
    expect(timeWarnings('bjsj', 4 * day, 5 * day + 1)).toMatchObject([{ reason: 'time-long-past' }])
  })
})

describe('words', () => {
  const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
  const unseenAmongEmoji = fc.string({ unit: fc.constantFrom('打', '👩', '🏽', '❤', '\ufe0f', '\u200d', '\u200b', '\ud83d', ' ') })

  test('[K13] unseen characters go, rare ones and emoji stay, half a character is shown as one that was lost', () => {
    expect(plainWords('a\u0000b\u001b[31mc\u202ed\ufeff')).toBe('ab[31mcd')
    expect(plainWords('𠮷👨‍👩‍👧\r\n二')).toBe('𠮷👨‍👩‍👧\n二')
    expect(plainWords('x\ud800y')).toBe('x\ufffdy')
  })

  test('[K13] unseen marks between two signs do not keep the words from being read; emoji stay joined', () => {
    expect(plainWords('打\u200b架\u200c，\u2060快\u200d来\u00ad\u200e\u200f')).toBe('打架，快来')
    expect(plainWords('👩🏽‍🚒❤️‍🔥')).toBe('👩🏽‍🚒❤️‍🔥')
    expect(plainWords('\u200b\u200d \ufe0f\n')).toBe('')
  })

  test('[K13] whatever comes in, what goes on is well-formed and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, unseenAmongEmoji), (text) => {
        const clean = plainWords(text)
        expect(() => encodeURIComponent(clean)).not.toThrow()
        expect(plainWords(clean)).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })
})
