import { useRef, useState } from 'react'
import { get } from '../../../shared/domain/board/table.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { incidentSelected, mapAsked, overlayShown, unitSelected } from '../../board/deskSlice.ts'
import { noticed } from '../../board/noticeSlice.ts'
import { useBoard, useRoom } from '../../board/room.tsx'
import { refusalOf, useSend } from '../../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { useKeys } from '../../ui/keys.ts'
import { refusalText } from '../../ui/refusalText.ts'
import { useWords } from '../../ui/words.ts'
import { commandOf } from './commandOf.ts'
import { completed, completionsOf } from './complete.ts'
import { parseLine, type LineWish } from './parseLine.ts'
import { barWords } from './words.ts'
import './command-bar.css'

/** What a line would do, said before it is done. */
const useWill = () => {
  const t = useWords(barWords)
  return (wish: LineWish): string => {
    const facts = { ...wish, units: 'units' in wish ? wish.units.join(' ') : '' }
    return t(`will.${wish.kind}`, facts)
  }
}

const useRunLine = (onDone: () => void, onProblem: (text: string) => void) => {
  const t = useWords(barWords)
  const nameOf = useKindName()
  const room = useRoom()
  const send = useSend()
  const dispatch = useRoomDispatch()
  const board = useBoard()
  const will = useWill()

  const orderOf = ({ incident: id }: { readonly incident: IncidentId }): string => {
    const incident = get(board.incidents, id)
    if (!incident) return ''
    return t('order', { place: incident.place.text, kind: nameOf(incident.kind) })
  }
  /** Shows it; the answer is the refusal of a number that is not there. */
  const show = (wish: Extract<LineWish, { kind: 'goToIncident' | 'goToUnit' }>): Refusal | null => {
    if (wish.kind === 'goToIncident') {
      const incident = get(board.incidents, wish.incident)
      if (!incident) return { reason: 'unknown-incident', incident: wish.incident }
      dispatch(incidentSelected(incident.id))
      if (incident.place.point) dispatch(mapAsked({ point: incident.place.point, zoom: 17 }))
      return null
    }
    const unit = get(board.units, wish.unit)
    if (!unit) return { reason: 'unknown-unit', unit: wish.unit }
    dispatch(unitSelected(unit.id))
    dispatch(mapAsked({ point: unit.definition.home, zoom: 17, unit: unit.id }))
    return null
  }

  return (wish: LineWish): void => {
    if (wish.kind === 'goToIncident' || wish.kind === 'goToUnit') {
      const missing = show(wish)
      return missing ? onProblem(refusalText(missing)) : onDone()
    }
    const said = commandOf(wish, board, orderOf)
    const refusal = said.ok ? refusalOf(room, said.command) : said.refusal
    if (refusal) return onProblem(refusalText(refusal))
    if (!said.ok) return
    onDone()
    void send(said.command).then((answer) => {
      if (wish.kind === 'take') dispatch(incidentSelected(wish.incident))
      if (answer?.ok) dispatch(noticed({ id: `line-${answer.position}`, at: room.feed.now(), kind: 'done', text: `✓ ${will(wish)}` }))
    })
  }
}

const Bar = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(barWords)
  const board = useBoard()
  const open = useRoomSelector((state) => state.desk.incident)
  const [line, setLine] = useState('/')
  const [chosen, setChosen] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const will = useWill()
  const run = useRunLine(onClose, setProblem)
  const parsed = parseLine(line, open)
  const completions = completionsOf(line, board)
  const at = Math.min(chosen, completions.length - 1)

  const change = (next: string) => {
    setLine(next)
    setChosen(0)
    setProblem(null)
  }
  const complete = (index: number) => {
    const completion = completions[index]
    if (completion) change(completed(line, completion))
  }
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const acts: Readonly<Record<string, () => void>> = {
      Escape: onClose,
      ArrowDown: () => setChosen(Math.min(at + 1, completions.length - 1)),
      ArrowUp: () => setChosen(Math.max(at - 1, 0)),
      Tab: () => complete(at),
      Enter: () => (parsed.ok ? run(parsed.wish) : setProblem(t(`problem.${parsed.problem}`))),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const told = problem ?? (parsed.ok ? will(parsed.wish) : t(`problem.${parsed.problem}`))
  return (
    <div className="xn-bar" role="dialog" aria-label={t('title')}>
      <input
        ref={input}
        autoFocus
        value={line}
        spellCheck={false}
        autoComplete="off"
        role="combobox"
        aria-label={t('title')}
        aria-expanded={completions.length > 0}
        aria-controls="xn-bar-words"
        aria-activedescendant={completions.length > 0 ? `xn-bar-word-${at}` : undefined}
        onFocus={(event) => event.target.setSelectionRange(line.length, line.length)}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKey}
        onBlur={onClose}
      />
      <div className="xn-bar-told" data-told={problem !== null ? 'problem' : parsed.ok ? 'will' : 'hint'} aria-live="polite">
        {told}
      </div>
      <ul id="xn-bar-words" role="listbox" aria-label={t('title')}>
        {completions.map(({ word, about }, i) => (
          <li
            key={word}
            id={`xn-bar-word-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => {
              event.preventDefault()
              complete(i)
            }}
          >
            <strong className="xn-num">{word}</strong> <span className="xn-dim">{about || verbWord('verb', word, t)}</span>
            <span className="xn-bar-example xn-dim xn-num">{verbWord('example', word, t)}</span>
          </li>
        ))}
      </ul>
      <div className="xn-dim xn-bar-hint">{t('enter')}</div>
    </div>
  )
}

/** What a verb means, or how a line with it looks; nothing for other words. */
const verbWord = (what: 'verb' | 'example', word: string, t: (key: (typeof barWords.keys)[number]) => string): string => {
  const key = barWords.keys.find((one) => one === `${what}.${word.slice(1)}`)
  return key ? t(key) : ''
}

/** `/`: commands by keyboard, with completion and a word on what will happen. */
export const CommandBar = () => {
  const dispatch = useRoomDispatch()
  const overlay = useRoomSelector((state) => state.desk.overlay)
  useKeys({ '/': () => void dispatch(overlayShown('command')) }, overlay === 'none')
  return overlay === 'command' && <Bar onClose={() => dispatch(overlayShown('none'))} />
}
