import { useRef, type DragEvent, type KeyboardEvent } from 'react'
import type { Display, Placement, Share } from '../../../shared/contracts/layout.ts'
import { areaOf, boundsIn } from '../../../shared/displays/area.ts'
import { useWords } from '../../ui/words.ts'
import type { Desk } from './deskOf.ts'
import { deskPicture, partOf, type Part } from './deskPicture.ts'
import type { Dragged } from './dragged.ts'
import { displayFacts, regionText } from './regionText.ts'
import { arrangeWords } from './words.ts'

const placed = ({ left, top, width, height }: Part) => ({ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` })

type DeskProps = {
  readonly displays: readonly Display[]
  readonly desk: Desk
  readonly picked: number | null
  readonly onPick: (display: number) => void
  readonly dragged: Dragged | null
  readonly onDrag: (dragged: Dragged | null) => void
  readonly onDrop: (dragged: Dragged, display: number) => void
}

type OneProps = Omit<DeskProps, 'displays' | 'picked'> & {
  readonly display: Display
  readonly number: number
  readonly part: Part
  readonly isPicked: boolean
  readonly onArrow: (by: 1 | -1) => void
}

/** A maximized window keeps a size for later; what a person sees is that it fills the display. */
const shareSeen = ({ mode, share }: Placement): Share => (mode === 'normal' ? share : { x: 0, y: 0, width: 1, height: 1 })

const isFilling = ({ mode }: Placement): boolean => mode !== 'normal'

/** Small windows are drawn over large ones, so that each can be seen and taken hold of. */
const largestFirst = (windows: readonly Placement[]): readonly Placement[] => [
  ...windows.filter(isFilling),
  ...windows.filter((window) => !isFilling(window)),
]

/** A window in the picture: seen, picked with its display and dragged by the mouse; the keyboard has the rows below. */
const WindowBlock = ({
  window,
  display,
  onPick,
  onDrag,
}: Pick<OneProps, 'display' | 'onPick' | 'onDrag'> & { readonly window: Placement }) => {
  const t = useWords(arrangeWords)
  return (
    <div
      aria-hidden
      className="xn-desk-window"
      data-region={window.region}
      style={placed(partOf(boundsIn(shareSeen(window), areaOf(display)), display.bounds))}
      draggable
      onClick={() => onPick(display.id)}
      onDragStart={() => onDrag({ kind: 'window', id: window.id })}
      onDragEnd={() => onDrag(null)}
    >
      {regionText(window, t)}
    </div>
  )
}

const OneDisplay = ({ display, number, part, isPicked, desk, onPick, onArrow, dragged, onDrag, onDrop }: OneProps) => {
  const t = useWords(arrangeWords)
  const windows = desk.on(display.id)
  const name = t('display', { number })
  const label = display.label || t('unnamed')
  const regions = windows.length === 0 ? t('nothing') : windows.map((window) => regionText(window, t)).join(t('regions.between'))
  const facts = displayFacts(display, t)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    onArrow(event.key === 'ArrowRight' ? 1 : -1)
  }
  const onDragOver = (event: DragEvent) => {
    if (dragged) event.preventDefault()
  }
  const onDropped = (event: DragEvent) => {
    event.preventDefault()
    if (dragged) onDrop(dragged, display.id)
  }
  return (
    <div className="xn-desk-display" data-picked={isPicked} style={placed(part)} onDragOver={onDragOver} onDrop={onDropped}>
      <button
        type="button"
        className="xn-desk-pick"
        aria-pressed={isPicked}
        aria-label={t('displaySaid', { display: name, label, size: facts.join(t('regions.between')), regions })}
        onClick={() => onPick(display.id)}
        onKeyDown={onKeyDown}
      />
      {largestFirst(windows).map((window) => (
        <WindowBlock key={window.id} window={window} display={display} onPick={onPick} onDrag={onDrag} />
      ))}
      <div aria-hidden className="xn-desk-label">
        <b>{number}</b>
        <span>{label}</span>
        <span className="xn-num">{facts.join(' · ')}</span>
      </div>
    </div>
  )
}

/** The displays as they stand on the desk, to scale, with what stands on them. Arrow keys go from one to the next. */
export const DeskPicture = ({ displays, picked, onPick, ...rest }: DeskProps) => {
  const t = useWords(arrangeWords)
  const frame = useRef<HTMLDivElement>(null)
  const { ratio, parts } = deskPicture(displays)
  const goTo = (at: number) => {
    const next = displays[at]
    if (!next) return
    onPick(next.id)
    frame.current?.querySelectorAll<HTMLButtonElement>('.xn-desk-pick')[at]?.focus()
  }
  return (
    <div className="xn-desk" role="group" aria-label={t('desk')}>
      <div ref={frame} className="xn-desk-frame" style={{ aspectRatio: ratio, width: `min(100%, calc(var(--desk-height) * ${ratio}))` }}>
        {displays.map((display, at) => (
          <OneDisplay
            key={display.id}
            {...rest}
            display={display}
            number={at + 1}
            part={parts[at] ?? { left: 0, top: 0, width: 0, height: 0 }}
            isPicked={display.id === picked}
            onPick={onPick}
            onArrow={(by) => goTo(at + by)}
          />
        ))}
      </div>
    </div>
  )
}
