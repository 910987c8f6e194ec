import { IncidentId, UnitId } from '../../../shared/domain/ids.ts'

export type Step = 'accept' | 'depart' | 'arrive' | 'handle' | 'resolve'

/** What a line of the command bar asks for. */
export type LineWish =
  | { readonly kind: 'assign'; readonly incident: IncidentId; readonly units: readonly UnitId[]; readonly order: string }
  | { readonly kind: 'step'; readonly unit: UnitId; readonly step: Step; readonly result: string }
  | { readonly kind: 'merge'; readonly incident: IncidentId; readonly into: IncidentId }
  | { readonly kind: 'note'; readonly incident: IncidentId; readonly text: string }
  | { readonly kind: 'take'; readonly incident: IncidentId }
  | { readonly kind: 'close'; readonly incident: IncidentId; readonly outcome: string }
  /** `wall` is a name, a number, or empty for the first one. */
  | { readonly kind: 'wall'; readonly incident: IncidentId; readonly wall: string }
  | { readonly kind: 'goToIncident'; readonly incident: IncidentId }
  | { readonly kind: 'goToUnit'; readonly unit: UnitId }

/** Why a line is not understood (yet). */
export type LineProblem =
  'empty' | 'unknown-verb' | 'incident-needed' | 'unit-needed' | 'second-incident-needed' | 'step-needed' | 'text-needed'

export type Parsed = { readonly ok: true; readonly wish: LineWish } | { readonly ok: false; readonly problem: LineProblem }

export const verbs = ['d', 's', 'm', 'n', 't', 'c', 'w', 'g'] as const

/** Words for a step, in both languages, and the state a unit would say it has reached. */
export const stepWords: Readonly<Record<string, Step>> = {
  accept: 'accept',
  accepted: 'accept',
  签收: 'accept',
  depart: 'depart',
  enroute: 'depart',
  出发: 'depart',
  arrive: 'arrive',
  onscene: 'arrive',
  到场: 'arrive',
  handle: 'handle',
  handling: 'handle',
  处置: 'handle',
  resolve: 'resolve',
  resolved: 'resolve',
  反馈: 'resolve',
}

/** `E-1042`, `e1042`, `1042`, and `.` for the incident that is open. */
export const incidentIn = (word: string | undefined, open: IncidentId | null): IncidentId | null => {
  if (word === '.') return open
  const digits = /^(?:e-?)?([1-9][0-9]{0,9})$/i.exec(word ?? '')?.[1]
  return digits ? IncidentId.parse(`E-${digits}`) : null
}

export const unitIn = (word: string | undefined): UnitId | null => {
  const id = UnitId.safeParse((word ?? '').toUpperCase())
  return id.success && /[A-Z]/.test(id.data) ? id.data : null
}

const problem = (name: LineProblem): Parsed => ({ ok: false, problem: name })
const wish = (one: LineWish): Parsed => ({ ok: true, wish: one })

type About = { readonly incident: IncidentId | null; readonly rest: readonly string[] }

/** The incident a line is about: named, or the open one when the line names none. */
const aboutOf = (words: readonly string[], open: IncidentId | null): About => {
  const named = incidentIn(words[0], open)
  return named ? { incident: named, rest: words.slice(1) } : { incident: open, rest: words }
}

const assign = ({ incident, rest }: About): Parsed => {
  if (!incident) return problem('incident-needed')
  const end = rest.findIndex((word) => unitIn(word) === null)
  const named = end < 0 ? rest : rest.slice(0, end)
  const units = [...new Set(named.map(unitIn))].filter((unit) => unit !== null)
  if (units.length === 0) return problem('unit-needed')
  return wish({ kind: 'assign', incident, units, order: rest.slice(named.length).join(' ') })
}

const step = ([unitWord, stepWord = '', ...rest]: readonly string[]): Parsed => {
  const unit = unitIn(unitWord)
  if (!unit) return problem('unit-needed')
  const known = Object.hasOwn(stepWords, stepWord.toLowerCase()) ? stepWords[stepWord.toLowerCase()] : undefined
  if (!known) return problem('step-needed')
  const result = rest.join(' ')
  return known === 'resolve' && result === '' ? problem('text-needed') : wish({ kind: 'step', unit, step: known, result })
}

/** The first named becomes part of the second; with one named, the open one becomes part of it. */
const merge = (words: readonly string[], open: IncidentId | null): Parsed => {
  const named = words.map((word) => incidentIn(word, open)).filter((one) => one !== null)
  const [first, second] = named
  if (!first) return problem('incident-needed')
  if (second) return wish({ kind: 'merge', incident: first, into: second })
  return open && open !== first ? wish({ kind: 'merge', incident: open, into: first }) : problem('second-incident-needed')
}

const goTo = ([word]: readonly string[], open: IncidentId | null): Parsed => {
  const incident = incidentIn(word, open)
  if (incident) return wish({ kind: 'goToIncident', incident })
  const unit = unitIn(word)
  return unit ? wish({ kind: 'goToUnit', unit }) : problem('incident-needed')
}

const withText = ({ incident, rest }: About, make: (incident: IncidentId, text: string) => LineWish): Parsed => {
  if (!incident) return problem('incident-needed')
  return rest.length === 0 ? problem('text-needed') : wish(make(incident, rest.join(' ')))
}

/** Understands a line of the command bar; the slash may be left out. Never throws, whatever is typed. */
export const parseLine = (line: string, open: IncidentId | null): Parsed => {
  const [verb = '', ...words] = line
    .trim()
    .replace(/^[/、／]/, '')
    .split(/\s+/)
    .filter(Boolean)
  const about = aboutOf(words, open)
  switch (verb.toLowerCase()) {
    case '':
      return problem('empty')
    case 'd':
      return assign(about)
    case 's':
      return step(words)
    case 'm':
      return merge(words, open)
    case 'n':
      return withText(about, (incident, text) => ({ kind: 'note', incident, text }))
    case 't':
      return about.incident ? wish({ kind: 'take', incident: about.incident }) : problem('incident-needed')
    case 'c':
      return withText(about, (incident, outcome) => ({ kind: 'close', incident, outcome }))
    case 'w':
    case 'wall':
    case '大屏':
      return about.incident ? wish({ kind: 'wall', incident: about.incident, wall: about.rest.join(' ') }) : problem('incident-needed')
    case 'g':
      return goTo(words, open)
    default:
      return problem('unknown-verb')
  }
}
