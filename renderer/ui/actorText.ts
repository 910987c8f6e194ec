import type { Actor } from '../../shared/domain/actor.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import type { Names } from './eventText.ts'
import { sayOf } from './words.ts'
import { domainWords } from './words/domain.ts'
import { eventPartWords } from './words/event.ts'

/** Who did it: a name with its role, a unit, a channel, or the room itself. */
export const actorText = (by: Actor, names: Names, language?: string): string => {
  const part = sayOf(eventPartWords, language)
  const domain = sayOf(domainWords, language)
  switch (by.kind) {
    case 'person':
      return `${by.name} ${domain(`role.${by.role}`)}`
    case 'unit':
      return part('byUnit', { unit: names.unit(by.id) })
    case 'channel':
      return domain(`channel.${by.channel}`)
    case 'citizen':
      return part('byCitizen')
    case 'brain':
      return part('byBrain')
    case 'clock':
      return part('byClock')
    default:
      return assertNever(by)
  }
}
