import { Alert, Button, Popconfirm, Progress } from 'antd'
import type { BrainState } from '../../../shared/contracts/teaching.ts'
import { dayTime, span } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { teachWords } from './words.ts'

type Props = { readonly brain: BrainState; readonly onStop: () => void }

/** How far a training is, or how the last one ended when it came to nothing. */
export const TrainingNow = ({ brain: { training, now }, onStop }: Props) => {
  const t = useWords(teachWords)
  switch (training.state) {
    case 'none':
      return null
    case 'over':
      return (
        <Alert
          type={training.fault === 'stopped' ? 'info' : 'error'}
          showIcon
          role="alert"
          title={t(`over.${training.fault}`, { at: dayTime(training.at) })}
        />
      )
    case 'running': {
      const { by, since, done, of } = training
      return (
        <section className="xn-panel xn-training" role="status">
          <span>{t('running', { by, span: span(now - since) })}</span>
          <Progress percent={of === 0 ? 0 : Math.round((done / of) * 100)} aria-label={t('title')} />
          <Popconfirm title={t('stopAsk')} onConfirm={onStop}>
            <Button size="small">{t('stop')}</Button>
          </Popconfirm>
          <span className="xn-dim">{t('runningHint')}</span>
        </section>
      )
    }
  }
}
