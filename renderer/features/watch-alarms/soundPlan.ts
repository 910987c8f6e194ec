import { assertNever } from '../../../shared/domain/assertNever.ts'
import type { Alarm, AlarmCause, AlarmLevel } from '../../../shared/domain/sla/alarm.ts'
import type { AlarmList } from '../../board/alarmList.ts'

/** Each kind has a sound of its own, learned by ear within a shift. */
export type SoundKind = 'sos' | 'critical' | 'help' | 'breach' | 'returned' | 'unaccepted' | 'whistle'

/** One sound to be made in each round; `gain` 0–1. */
export type Cry = { readonly kind: SoundKind; readonly gain: number }

/** Most urgent first; a round plays no more than `mostPerRound`, so that each can be told apart. */
const order: readonly SoundKind[] = ['sos', 'critical', 'help', 'breach', 'returned', 'unaccepted', 'whistle']
const mostPerRound = 3

const kindOf = (cause: AlarmCause): SoundKind => {
  switch (cause.kind) {
    case 'limit':
      return 'breach'
    case 'sos':
    case 'help':
    case 'returned':
    case 'unaccepted':
    case 'whistle':
      return cause.kind
    default:
      return assertNever(cause)
  }
}

/** Louder each time it climbed: nobody answered the quieter one. */
const gains: Readonly<Record<AlarmLevel, number>> = { operator: 0.35, supervisor: 0.6, leader: 0.9 }

/** Danger to a life is never quiet. */
const dangerGain = 0.7

const gainOf = (alarm: Alarm): number => (alarm.cause.kind === 'sos' ? Math.max(dangerGain, gains[alarm.level]) : gains[alarm.level])

/**
 * What a desk sounds, most urgent first, one sound per kind at its loudest.
 *
 * Someone who may not take a report is not called for one.
 */
export const criesOf = ({ mine, untaken }: AlarmList, mayTake: boolean): readonly Cry[] => {
  const loudest = new Map<SoundKind, number>()
  const cry = (kind: SoundKind, gain: number) => loudest.set(kind, Math.max(gain, loudest.get(kind) ?? 0))
  for (const alarm of mine) cry(kindOf(alarm.cause), gainOf(alarm))
  if (mayTake && untaken.length > 0) cry('critical', dangerGain)
  return order
    .flatMap((kind) => {
      const gain = loudest.get(kind)
      return gain === undefined ? [] : [{ kind, gain }]
    })
    .slice(0, mostPerRound)
}
