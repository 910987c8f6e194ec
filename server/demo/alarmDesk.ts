import { alarmOf } from '../../shared/domain/board/board.ts'
import { get, values } from '../../shared/domain/board/table.ts'
import type { AlarmId } from '../../shared/domain/ids.ts'
import type { Alarm } from '../../shared/domain/sla/alarm.ts'
import { chief, isPlayed, seats } from './cast.ts'
import type { Chance } from './chance.ts'
import type { DemoPorts } from './demoPorts.ts'
import type { Guest } from './guest.ts'
import type { Schedule } from './schedule.ts'

/** Some alarms are answered only after they climbed; real time, since the clock that makes them climb is real. */
const lateShare = 0.15

/** An SOS rings for a while before the played chief answers, so that a person can; real ms. */
const sosAfterMs = [25_000, 50_000] as const
const sosClearedAfterMs = [60_000, 120_000] as const

type Needs = Pick<DemoPorts, 'board'> & { readonly chance: Chance; readonly plan: Schedule; readonly guest: Guest }

/** Played people acknowledge alarms, late at times, and none of an incident that a real person works on. */
export const alarmDesk = ({ board, chance, plan, guest }: Needs) => {
  const seen = new Set<AlarmId>()

  const isOurs = (alarm: Alarm) => alarm.incident === null || !guest.isPersons(alarm.incident)

  const clear = (id: AlarmId) => {
    const alarm = alarmOf(board(), id)
    if (alarm?.cause.kind !== 'sos' || !isOurs(alarm)) return
    // Whoever answered it looks after it to the end.
    if (!alarm.acknowledged || !isPlayed(alarm.acknowledged.by)) return
    void guest.say({ type: 'sos.clear', unit: alarm.cause.unit, note: '已联系本人，确认安全' }, chief)
  }
  const acknowledge = async (id: AlarmId, own: Chance) => {
    const alarm = alarmOf(board(), id)
    if (!alarm || alarm.acknowledged || !isOurs(alarm)) return
    const by = alarm.level === 'operator' && alarm.cause.kind !== 'sos' ? own.pick(seats) : chief
    await guest.say({ type: 'alarm.acknowledge', alarm: id }, by)
    const [least, most] = sosClearedAfterMs
    if (alarm.cause.kind === 'sos') plan.afterReal(own.between(least, most), () => clear(id))
  }
  const hear = (alarm: Alarm) => {
    seen.add(alarm.id)
    const own = chance.of(`alarm:${alarm.id}`)
    const [least, most] = alarm.cause.kind === 'sos' ? sosAfterMs : own.happens(lateShare) ? [130_000, 210_000] : [6_000, 22_000]
    plan.afterReal(own.between(least, most), () => void acknowledge(alarm.id, own))
  }
  return {
    look: () => {
      const { alarms } = board()
      for (const alarm of values(alarms)) if (!seen.has(alarm.id) && !alarm.acknowledged) hear(alarm)
      for (const id of seen) if (!get(alarms, id)) seen.delete(id)
    },
  }
}
