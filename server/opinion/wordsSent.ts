import type { Report } from '../../shared/domain/incident/report.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'

/** A model on the room's own machine reads this much well within its three seconds. */
const longestEach = 1_500

/** How the matter began and how it stands are said by the first words and the last. */
const lastOnes = 2

/** One character may be any word's. */
const shortestName = 2

const withoutNames = (text: string, names: readonly string[]): string => names.reduce((left, name) => left.replaceAll(name, '某某'), text)

/** What a model is told of an incident: words alone, numbers masked in them, and nobody's name who called. */
export const wordsSent = (reports: readonly Pick<Report, 'text' | 'caller'>[]): readonly string[] => {
  const names = reports.flatMap(({ caller: { name } }) => (name !== null && name.trim().length >= shortestName ? [name.trim()] : []))
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length)
  const told = reports.length > lastOnes + 1 ? [...reports.slice(0, 1), ...reports.slice(-lastOnes)] : reports
  // Masked before it is cut, so that the cut leaves no half of a number that is no longer seen as one.
  return told.map(({ text }) => withoutNames(maskText(text), longestFirst).slice(0, longestEach))
}
