import { assertNever } from '../../../shared/domain/assertNever.ts'
import type { AlarmCause } from '../../../shared/domain/sla/alarm.ts'
import type { Names } from '../../ui/eventText.ts'
import type { Say } from '../../ui/words.ts'
import type { alarmWords } from './words.ts'

/** What an alarm is about, in a few words. */
export const causeText = (cause: AlarmCause, t: Say<(typeof alarmWords)['keys'][number]>, names: Pick<Names, 'stage' | 'unit'>): string => {
  switch (cause.kind) {
    case 'limit':
      return t('cause.limit', { stage: names.stage(cause.stage) })
    case 'whistle':
      return t('cause.whistle', { departments: cause.departments.join('、') })
    case 'unaccepted':
    case 'help':
    case 'returned':
    case 'sos':
      return t(`cause.${cause.kind}`, { unit: names.unit(cause.unit) })
    default:
      return assertNever(cause)
  }
}
