import { Button, Select } from 'antd'
import { mostPlacements, Region, WindowMode, type Placement } from '../../../shared/contracts/layout.ts'
import { useWords } from '../../ui/words.ts'
import type { Dragged } from './dragged.ts'
import { ofWindow, regionText } from './regionText.ts'
import type { Axis } from './sideBySide.ts'
import type { WindowChange } from './windowsAfter.ts'
import { arrangeWords } from './words.ts'

type Props = {
  readonly display: number
  readonly number: number
  readonly axis: Axis
  readonly windows: readonly Placement[]
  readonly count: number
  readonly onChange: (change: WindowChange) => void
  readonly onDrag: (dragged: Dragged | null) => void
}

const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

type RowProps = Pick<Props, 'axis' | 'windows' | 'onChange'> & { readonly window: Placement; readonly at: number }

const WindowRow = ({ window, at, axis, windows, onChange }: RowProps) => {
  const t = useWords(arrangeWords)
  const { id, share, mode, zoom } = window
  const isSharing = windows.length > 1
  const percent = Math.round((axis === 'across' ? share.width : share.height) * 100)
  const arrows = axis === 'across' ? (['←', '→'] as const) : (['↑', '↓'] as const)
  const step = (sign: string, what: 'before' | 'after' | 'smaller' | 'larger', change: WindowChange, isOff: boolean) => (
    <Button size="small" disabled={isOff} aria-label={ofWindow(t(what), window, t)} title={t(what)} onClick={() => onChange(change)}>
      {sign}
    </Button>
  )
  return (
    <li className="xn-desk-row">
      <span className="xn-desk-chip" data-region={window.region}>
        {regionText(window, t)}
      </span>
      <span className="xn-desk-steps">
        {step(arrows[0], 'before', { type: 'window.shifted', id, by: -1 }, at === 0)}
        {step(arrows[1], 'after', { type: 'window.shifted', id, by: 1 }, at === windows.length - 1)}
        {step('−', 'smaller', { type: 'window.resized', id, by: -1 }, !isSharing)}
        {step('+', 'larger', { type: 'window.resized', id, by: 1 }, !isSharing)}
      </span>
      <span className="xn-num xn-dim xn-desk-part">{mode === 'normal' && t('part', { percent })}</span>
      <Select<WindowMode>
        size="small"
        aria-label={ofWindow(t('mode'), window, t)}
        value={mode}
        onChange={(next) => onChange({ type: 'window.set', id, mode: next })}
        options={WindowMode.options.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      <Select<number>
        size="small"
        aria-label={ofWindow(t('zoom'), window, t)}
        value={zoom}
        onChange={(next) => onChange({ type: 'window.set', id, zoom: next })}
        options={[...new Set([...zooms, zoom])]
          .sort((a, b) => a - b)
          .map((value) => ({ value, label: t('zoomTo', { percent: Math.round(value * 100) }) }))}
      />
      <Button size="small" aria-label={ofWindow(t('remove'), window, t)} onClick={() => onChange({ type: 'window.removed', id })}>
        {t('remove')}
      </Button>
    </li>
  )
}

/** What stands on the display that was picked: regions put there by one key each, and its windows in their order. */
export const DisplayPanel = ({ display, number, axis, windows, count, onChange, onDrag }: Props) => {
  const t = useWords(arrangeWords)
  const name = t('display', { number })
  const isFull = count >= mostPlacements
  return (
    <section className="xn-desk-panel">
      <div role="group" aria-label={t('on', { display: name })} className="xn-desk-regions">
        <span>{t('on', { display: name })}</span>
        {Region.options.map((region) => {
          const isThere = windows.some((window) => window.region === region)
          return (
            <Button
              key={region}
              size="small"
              type={isThere ? 'primary' : 'default'}
              aria-pressed={isThere}
              disabled={isFull && !isThere}
              draggable
              onDragStart={() => onDrag({ kind: 'region', region })}
              onDragEnd={() => onDrag(null)}
              onClick={() => onChange({ type: isThere ? 'region.taken' : 'region.put', region, display })}
            >
              <span aria-hidden>{isThere ? '✓ ' : '+ '}</span>
              {t(`region.${region}`)}
            </Button>
          )
        })}
        {isFull && <span className="xn-dim">{t('full')}</span>}
      </div>
      {windows.length === 0 ? (
        <p className="xn-dim">{t('windowsNone')}</p>
      ) : (
        <ul aria-label={t('windows', { display: name })} className="xn-desk-rows">
          {windows.map((window, at) => (
            <WindowRow key={window.id} window={window} at={at} axis={axis} windows={windows} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  )
}
