import { Button } from 'antd'
import type { Placement } from '../../../shared/contracts/layout.ts'
import { useWords } from '../../ui/words.ts'
import { ofWindow, regionText, sizeText } from './regionText.ts'
import type { WindowChange } from './windowsAfter.ts'
import { arrangeWords } from './words.ts'

type Props = {
  readonly windows: readonly Placement[]
  /** The display that was picked, and its number. */
  readonly display: number
  readonly number: number
  readonly onChange: (change: WindowChange) => void
}

/** Windows of a layout whose display is not here: where they belong, and the way to have them here for good. */
export const AwayWindows = ({ windows, display, number, onChange }: Props) => {
  const t = useWords(arrangeWords)
  const here = t('sendHere', { display: t('display', { number }) })
  return (
    <section className="xn-desk-away">
      <h3>{t('away')}</h3>
      <p className="xn-dim">{t('awayHint')}</p>
      <ul aria-label={t('away')}>
        {windows.map((window) => (
          <li key={window.id} className="xn-desk-row">
            <span>
              {t('awayOn', { region: regionText(window, t), label: window.display.label || t('unnamed'), size: sizeText(window.display) })}
            </span>
            <Button
              size="small"
              aria-label={ofWindow(here, window, t)}
              onClick={() => onChange({ type: 'window.sent', id: window.id, display })}
            >
              {here}
            </Button>
            <Button
              size="small"
              aria-label={ofWindow(t('remove'), window, t)}
              onClick={() => onChange({ type: 'window.removed', id: window.id })}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
