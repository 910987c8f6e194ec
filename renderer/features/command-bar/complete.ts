import type { Board } from '../../../shared/domain/board/board.ts'
import { values } from '../../../shared/domain/board/table.ts'
import { isOpen } from '../../../shared/domain/incident/incident.ts'
import { stepWords, verbs } from './parseLine.ts'

export type Completion = { readonly word: string; readonly about: string }

const most = 8

const incidents = (board: Board): readonly Completion[] =>
  [...values(board.incidents)]
    .filter(isOpen)
    .sort((a, b) => b.openedAt - a.openedAt)
    .map((incident) => ({ word: incident.id, about: incident.place.text }))

/** Free units first: they are the ones that can be sent. */
const units = (board: Board): readonly Completion[] =>
  [...values(board.units)]
    .sort((a, b) => Number(a.task !== null) - Number(b.task !== null) || a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map((unit) => ({ word: unit.id, about: unit.task ? `${unit.definition.name} · ${unit.task.incident}` : unit.definition.name }))

const walls = (board: Board): readonly Completion[] =>
  board.walls.map(({ id, plan }) => ({ word: id.replace('wall-', ''), about: plan.name }))

const steps: readonly Completion[] = Object.keys(stepWords)
  .filter((word) => /^(accepted|enroute|onscene|handling|resolved)$/.test(word))
  .map((word) => ({ word, about: '' }))

/** What may stand at the place of the word being typed. */
const possible = (verb: string, index: number, board: Board): readonly Completion[] => {
  if (index === 0) return verbs.map((one) => ({ word: `/${one}`, about: '' }))
  if (verb === 's') return index === 1 ? units(board) : index === 2 ? steps : []
  if (verb === 'm') return index <= 2 ? incidents(board) : []
  if (verb === 'd') return index === 1 ? [...incidents(board), ...units(board)] : units(board)
  if (verb === 'g') return index === 1 ? [...incidents(board), ...units(board)] : []
  if ((verb === 'w' || verb === 'wall' || verb === '大屏') && index === 2) return walls(board)
  return index === 1 ? incidents(board) : []
}

/** Words that would complete the last one of a line; a word is found by its beginning, its number or its name. */
export const completionsOf = (line: string, board: Board): readonly Completion[] => {
  const words = line.replace(/^[/、／]/, '/').split(/\s+/)
  const typed = (words.at(-1) ?? '').toLowerCase()
  const verb = (words[0] ?? '').replace('/', '').toLowerCase()
  const fits = ({ word, about }: Completion) => {
    const low = word.toLowerCase()
    return low.startsWith(typed) || low.replace(/^e-/, '').startsWith(typed) || (typed !== '' && about.toLowerCase().includes(typed))
  }
  return possible(verb, words.length - 1, board)
    .filter((one) => one.word.toLowerCase() !== typed && fits(one))
    .slice(0, most)
}

/** The line with its last word replaced by a completion, ready for the next word. */
export const completed = (line: string, { word }: Completion): string =>
  `${line.slice(0, line.length - (/\S*$/.exec(line)?.[0].length ?? 0))}${word} `
