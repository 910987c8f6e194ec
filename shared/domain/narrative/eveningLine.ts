import { corpusLine, type Flaw, type LabelledText } from './corpusLine.ts'

/** A report of a written evening, with what a careful dispatcher says of it. */
export type EveningReport = LabelledText & {
  readonly id: string
  /** Since midnight, ms. */
  readonly at: number
  /** The first report of the same matter; null when this is the first. */
  readonly duplicateOf: string | null
}

/** What is wrong with a line of an evening, for whoever writes one. */
export type EveningFlaw = Flaw | 'seven-columns' | 'id' | 'time' | 'duplicate-of'

const id = /^[A-Z][0-9]{3}$/

/** Reads HH:MM:SS; null when it is no time of day. */
export const timeOfDay = (text: string): number | null => {
  const [, hours, minutes, seconds] = /^([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$/.exec(text) ?? []
  return hours === undefined ? null : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000
}

/** Reads one line of an evening: id, time of day, what it repeats, then the columns of the corpus. */
export const eveningLine = (line: string): EveningReport | EveningFlaw => {
  const columns = line.split('\t')
  const [own = '', time = '', first = ''] = columns
  if (columns.length !== 7) return 'seven-columns'
  const at = timeOfDay(time)
  if (!id.test(own)) return 'id'
  if (at === null) return 'time'
  if (first !== '' && (!id.test(first) || first === own)) return 'duplicate-of'
  const read = corpusLine(columns.slice(3).join('\t'))
  if (typeof read === 'string') return read
  return { ...read, id: own, at, duplicateOf: first === '' ? null : first }
}
