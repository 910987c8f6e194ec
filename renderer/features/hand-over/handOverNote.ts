import { unitOf, type Board } from '../../../shared/domain/board/board.ts'
import { values } from '../../../shared/domain/board/table.ts'
import { incidentState, isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import type { Alarm } from '../../../shared/domain/sla/alarm.ts'
import { urgencyRank, type KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import type { Say } from '../../ui/words.ts'
import type { domainWords } from '../../ui/words/domain.ts'
import type { handOverWords } from './words.ts'

type Voice = {
  readonly t: Say<(typeof handOverWords)['keys'][number]>
  readonly domain: Say<(typeof domainWords)['keys'][number]>
  readonly kind: (code: KindCode) => string
}

/** The command takes 4,000 characters; a person must still be able to add their own. */
const mostLines = 40

const lineOf = (incident: Incident, { t, domain, kind }: Voice): string =>
  t('openLine', {
    incident: incident.id,
    urgency: domain(`urgency.${incident.urgency}`),
    kind: kind(incident.kind),
    place: incident.place.text.slice(0, 40) || t('noPlace'),
    state: domain(`state.${incidentState(incident)}`),
    holder: incident.holder ? t('heldBy', { name: incident.holder.name }) : '',
  })

/** `E-1005 退单：吕俊杰`; a unit that is meant is named, since nobody can call "SOS" back. */
const alarmLine = (board: Board, { incident, cause }: Alarm, { t }: Voice): string => {
  const unit = 'unit' in cause ? unitOf(board, cause.unit)?.definition.name.slice(0, 16) : undefined
  const said = t(`cause.${cause.kind}`)
  return [incident, unit ? t('alarmOf', { said, unit }) : said].filter(Boolean).join(' ')
}

/** What the next shift must know, as a first draft: what is open, most urgent first, and what nobody has acknowledged. */
export const handOverNote = (board: Board, voice: Voice): string => {
  const { t } = voice
  const open = [...values(board.incidents)]
    .filter(isOpen)
    .sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency) || a.openedAt - b.openedAt)
  const alarms = [...values(board.alarms)].filter((alarm) => alarm.acknowledged === null)
  const inDanger = [...values(board.units)].filter((unit) => unit.sos !== null).map((unit) => unit.definition.name)
  const rest = open.length - mostLines
  return [
    open.length === 0 ? t('openNone') : t('openHeading', { number: open.length }),
    ...open.slice(0, mostLines).map((incident) => lineOf(incident, voice)),
    ...(rest > 0 ? [t('moreLine', { number: rest })] : []),
    alarms.length === 0 ? t('alarmNone') : t('alarmHeading', { number: alarms.length }),
    ...alarms.slice(0, mostLines).map((alarm) => alarmLine(board, alarm, voice)),
    ...(inDanger.length > 0 ? [t('offLine', { units: inDanger.join('、') })] : []),
  ].join('\n')
}
