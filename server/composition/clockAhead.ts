const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Less is the jitter of machines and what a time server corrects. */
const saidFromMs = 5 * minuteMs

/** More is no correction: somebody set a clock wrong, now or before, and every limit and signature of the room would count on it. */
const refusedFromMs = hourMs

const steps = [
  { ms: dayMs, zh: '天', en: 'day' },
  { ms: hourMs, zh: '小时', en: 'hour' },
  { ms: minuteMs, zh: '分钟', en: 'minute' },
] as const

const spanWords = (ms: number) => {
  const { ms: step, zh, en } = steps.find((one) => ms >= one.ms) ?? steps[2]
  const count = Math.floor(ms / step)
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}

/**
 * What the person at the terminal is told when the journal's last event is later than the machine's clock; null when it
 * is not worth a word. Throws, with words, when it is too much to start with and nobody said to do so.
 *
 * The room's time never runs back, so it goes on from that event, a tenth slower than the machine's, until the two meet:
 * after an hour ahead that is ten hours of wrong times, after a year it is never.
 */
export const clockWords = (aheadMs: number, isAccepted: boolean): string | null => {
  if (aheadMs < saidFromMs) return null
  const ahead = spanWords(aheadMs)
  const said =
    `时钟不一致：流水的最后一条比本机时钟快 ${ahead.zh}。房间的时间从那一条接着走，不会倒退。\n` +
    `The clocks disagree: the last event of the journal is ${ahead.en} ahead of this machine's clock. The room's time goes on from there and never runs back.`
  if (aheadMs <= refusedFromMs || isAccepted) return said
  throw new Error(
    `${said}\n` +
      '未启动。请先核对本机时钟；若流水是在时钟走快时写的，可恢复那之前的备份，或加 --clock-ahead-accepted 照此启动。\n' +
      'Not started. See first whether the clock of this machine is right. If the journal was written while it was fast, restore a backup from before, or start as it is with --clock-ahead-accepted.',
  )
}
