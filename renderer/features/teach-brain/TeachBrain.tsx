import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { shippedNumber, type BrainState, type PutInForce } from '../../../shared/contracts/teaching.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TaskHead } from '../../ui/TaskHead.tsx'
import { dayTime } from '../../ui/townTime.ts'
import { useAsked, useChange } from '../../ui/useAsked.ts'
import { askingWords } from '../../ui/words/asking.ts'
import { useWords } from '../../ui/words.ts'
import { ModelComparison } from './ModelComparison.tsx'
import { ModelList } from './ModelList.tsx'
import { PutInForceDialog } from './PutInForceDialog.tsx'
import { TrainingNow } from './TrainingNow.tsx'
import { useNames } from './useNames.ts'
import { teachWords } from './words.ts'
import './teach.css'

/** A training takes minutes; a step of it some seconds. */
const lookAgainMs = 2_000

const Examples = ({ of: { incidents, corrections, since, heldBack } }: { readonly of: BrainState['examples'] }) => {
  const t = useWords(teachWords)
  return (
    <section className="xn-panel">
      <h3>{t('examples.title')}</h3>
      <p className="xn-figure">{t('examples.count', { count: incidents })}</p>
      {since === null ? (
        <p className="xn-dim">{t('examples.none')}</p>
      ) : (
        <ul>
          <li>{t('examples.corrections', { count: corrections })}</li>
          <li>{t('examples.since', { since: dayTime(since).slice(0, 10) })}</li>
          <li>{t('examples.heldBack', { count: heldBack })}</li>
        </ul>
      )}
    </section>
  )
}

const InForce = ({ of: { number, since, by } }: { readonly of: BrainState['inForce'] }) => {
  const t = useWords(teachWords)
  const nameOf = useNames()
  return (
    <section className="xn-panel">
      <h3>{t('inForce.title')}</h3>
      <p className="xn-figure">{nameOf(number)}</p>
      <p className="xn-dim">{since === null || by === null ? t('inForce.always') : t('inForce.since', { since: dayTime(since), by })}</p>
    </section>
  )
}

const Lost = ({ lost, onKeep }: { readonly lost: BrainState['lost']; readonly onKeep: () => void }) => {
  const t = useWords(teachWords)
  if (!lost) return null
  const title = lost.number === null ? t('lostUnknown') : t('lost', { number: lost.number })
  return <Alert type="warning" showIcon role="alert" title={title} action={<Button onClick={onKeep}>{t('chooseShipped')}</Button>} />
}

/** The model that is compared when the page opens: the newest that is not in force, else the one that ships. */
const candidateOf = ({ models, inForce }: BrainState): number =>
  models.find(({ number }) => number !== inForce.number)?.number ?? shippedNumber

const Brain = ({ brain, reload }: { readonly brain: BrainState; readonly reload: () => void }) => {
  const t = useWords(teachWords)
  const nameOf = useNames()
  const change = useChange()
  const [chosen, setChosen] = useState<number | null>(null)
  const candidate = candidateOf(brain)
  const was = brain.inForce.number
  const isRunning = brain.training.state === 'running'
  useEffect(() => {
    if (!isRunning) return
    const timer = setTimeout(reload, lookAgainMs)
    return () => clearTimeout(timer)
  }, [isRunning, brain, reload])

  const putInForce = async (number: number) => {
    await change('PUT', '/api/manage/brain/in-force', { number, was } satisfies PutInForce)
    setChosen(null)
    // Also where it was refused: somebody else may have changed it.
    reload()
  }
  const stop = async () => {
    await change('DELETE', '/api/manage/brain/training')
    reload()
  }
  return (
    <div className="xn-teach">
      <Lost lost={brain.lost} onKeep={() => void putInForce(shippedNumber)} />
      <TrainingNow brain={brain} onStop={() => void stop()} />
      <div className="xn-teach-panels">
        <Examples of={brain.examples} />
        <InForce of={brain.inForce} />
      </div>
      <section className="xn-panel">
        <h3>{candidate === was ? t('compare.title') : t('comparison.title', { from: nameOf(was), to: nameOf(candidate) })}</h3>
        {candidate === was ? <p className="xn-dim">{t('comparison.none')}</p> : <ModelComparison brain={brain} from={was} to={candidate} />}
      </section>
      <section>
        <h3>{t('models.title')}</h3>
        <ModelList brain={brain} onChoose={setChosen} />
      </section>
      {chosen !== null && (
        <PutInForceDialog brain={brain} number={chosen} onYes={() => void putInForce(chosen)} onClose={() => setChosen(null)} />
      )}
    </div>
  )
}

/** 研判模型: what the room has taught its brain. */
export const TeachBrain = () => {
  const t = useWords(teachWords)
  const ask = useWords(askingWords)
  const change = useChange('quiet')
  const { asked, reload } = useAsked<BrainState>('/api/manage/brain')
  const brain = asked.state === 'here' ? asked.value : null
  const mayTrain = brain !== null && brain.training.state !== 'running' && brain.examples.incidents > brain.examples.heldBack
  const train = async () => {
    await change('POST', '/api/manage/brain/training')
    reload()
  }
  return (
    <>
      <TaskHead title={t('title')} lead={t('lead')}>
        <Button onClick={reload}>{ask('reload')}</Button>
        <Button type="primary" disabled={!mayTrain} onClick={() => void train()}>
          {t('train')}
        </Button>
      </TaskHead>
      <AskedView asked={asked} reload={reload}>
        {(value) => <Brain brain={value} reload={reload} />}
      </AskedView>
    </>
  )
}
