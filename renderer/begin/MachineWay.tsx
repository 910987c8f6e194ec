import { Button } from 'antd'
import { useId } from 'react'
import { useWords } from '../ui/words.ts'
import type { Town } from './beginning.ts'
import { Trouble } from './Trouble.tsx'
import { troubleWords } from './troubleWords.ts'
import type { WayProps } from './wayProps.ts'
import { beginWords } from './words.ts'

const towns: readonly { readonly town: Town; readonly hint: 'exampleHint' | 'ownHint' }[] = [
  { town: 'example', hint: 'exampleHint' },
  { town: 'own', hint: 'ownHint' },
]

/** The way without another machine: the room's server runs here. */
export const MachineWay = ({ step, send }: WayProps) => {
  const t = useWords(beginWords)
  const again = useWords(troubleWords)
  const id = useId()
  const trouble = step.at === 'choosing' && step.trouble?.of === 'machine' ? step.trouble : null
  const choose = (town: Town) => send({ kind: 'machine-chosen', town })
  const isBusy = step.at === 'looking'
  return (
    <section className="xn-begin-way xn-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('machineTitle')}</h2>
      <p className="xn-dim">{t('machineHint')}</p>
      {towns.map(({ town, hint }) => (
        <div key={town} className="xn-begin-town">
          <Button
            size="large"
            block
            disabled={isBusy}
            autoFocus={trouble?.why === 'stopped' && trouble.town === town}
            aria-describedby={`${id}-${town}`}
            onClick={() => choose(town)}
          >
            {t(town)}
          </Button>
          <p id={`${id}-${town}`} className="xn-dim">
            {t(hint)}
          </p>
        </div>
      ))}
      {trouble && (
        <Trouble id={`${id}-trouble`} trouble={trouble}>
          {trouble.why !== 'stopped' && (
            <Button autoFocus onClick={() => choose(trouble.town)}>
              {again('again')}
            </Button>
          )}
        </Trouble>
      )}
    </section>
  )
}
