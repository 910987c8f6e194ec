import { Button } from 'antd'
import { useWords } from '../ui/words.ts'
import type { BeginEvent, Step } from './beginning.ts'
import { EnterTrouble } from './EnterTrouble.tsx'
import { StepHead } from './StepHead.tsx'
import { beginWords } from './words.ts'

type Props = { readonly step: Extract<Step, { at: 'ready' }>; readonly send: (event: BeginEvent) => void }

/** The workstation has a room and is not in it: the page was loaded anew, or the windows did not open. */
export const Ready = ({ step, send }: Props) => {
  const t = useWords(beginWords)
  return (
    <div className="xn-begin-step">
      <StepHead>{t('readyTitle')}</StepHead>
      <p className="xn-begin-server">{step.server}</p>
      <EnterTrouble trouble={step.trouble} />
      <div className="xn-begin-answers">
        <Button size="large" onClick={() => send({ kind: 'went-back' })}>
          {t('other')}
        </Button>
        <Button size="large" type="primary" onClick={() => send({ kind: 'enter-wished' })}>
          {t('enter')}
        </Button>
      </div>
    </div>
  )
}
