import { z } from 'zod'
import { saying, type Warning } from './problem.ts'

/** China keeps one time all the year: eight hours east of UTC. Taken as a number, so the server's own time zone cannot matter. */
const chinaMs = 8 * 3_600_000

const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/
const spaced = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/i

const offsetMs = (zone: string | undefined): number => {
  if (zone === undefined) return chinaMs
  if (zone === 'Z' || zone === 'z') return 0
  const digits = zone.replace(':', '')
  const ms = (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))) * 60_000
  return zone.startsWith('-') ? -ms : ms
}

/**
 * An outside system's time as UTC ms; null when it is none, or a day that does not exist.
 *
 * `2026-11-22 09:05:00`, `20261122090500` and ISO 8601; without a zone it is China's time.
 */
export const outsideTime = (text: string): number | null => {
  const match = compact.exec(text.trim()) ?? spaced.exec(text.trim())
  if (!match) return null
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(match[i] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const milli = Number((match[7] ?? '').padEnd(3, '0'))
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milli)
  const back = new Date(local)
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day
  if (!exists || hour > 23 || minute > 59 || second > 59) return null
  return local - offsetMs(match[8])
}

/** A field with an outside time; UTC ms. */
export const timeField = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = outsideTime(text)
    if (at !== null) return at
    context.addIssue({
      code: 'custom',
      ...saying(
        'not-a-time',
        '时间格式应为 YYYY-MM-DD HH:mm:ss、YYYYMMDDHHmmss 或 ISO 8601',
        'must be YYYY-MM-DD HH:mm:ss, YYYYMMDDHHmmss or ISO 8601',
      ),
    })
    return z.NEVER
  })

/** An outside time this far from the room's clock is taken, but told: one of the two clocks is wrong, or it was sent very late. */
const farMs = 24 * 3_600_000

/** A word about a time that is far off; nothing when it is near or unknown. */
export const timeWarnings = (field: string, at: number | null, now: number): readonly Warning[] => {
  if (at === null || Math.abs(at - now) <= farMs) return []
  const isAhead = at > now
  const hours = Math.round(Math.abs(at - now) / 3_600_000)
  return [
    {
      field,
      reason: isAhead ? 'time-in-the-future' : 'time-long-past',
      zh: `时间比本室时钟${isAhead ? '快' : '慢'} ${hours} 小时，已照收；时限按本室收到时刻起算`,
      en: `is ${hours} h ${isAhead ? 'ahead of' : 'behind'} the room's clock; taken as said, but limits count from the arrival here`,
    },
  ]
}
