const zone = 'Asia/Shanghai'

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const minute = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** `09:41:07`, on the clocks of the town. */
export const clockTime = (at: number): string => clock.format(at)

/** `09:41`. */
export const shortTime = (at: number): string => minute.format(at)

/** `2026-03-02 09:41`. */
export const dayTime = (at: number): string => `${day.format(at)} ${minute.format(at)}`

/** As short as can be without doubt: `09:41` on the day of `now`, `03-01 23:58` before it, with the year where that differs. */
export const nearTime = (at: number, now: number): string => {
  const [then, today] = [day.format(at), day.format(now)]
  if (then === today) return minute.format(at)
  return `${then.slice(0, 4) === today.slice(0, 4) ? then.slice(5) : then} ${minute.format(at)}`
}

const two = (value: number) => String(value).padStart(2, '0')

/** A span as a running clock shows it: `0:47`, `12:05`, `1:02:10`; never negative. */
export const span = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** A countdown: `2:10` left, `-0:35` when the limit is past. */
export const countdown = (leftMs: number): string => (leftMs >= 0 ? span(leftMs + 999) : `-${span(-leftMs)}`)

/** `120 m`, `1.4 km`. */
export const metres = (m: number): string => (m < 1_000 ? `${Math.round(m)} m` : `${(m / 1_000).toFixed(1)} km`)
