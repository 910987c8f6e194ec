import { Modal } from 'antd'
import type { BrainState } from '../../../shared/contracts/teaching.ts'
import { useWords } from '../../ui/words.ts'
import { dangersOf } from './changesOf.ts'
import { measuredChanges, ModelComparison } from './ModelComparison.tsx'
import { useNames } from './useNames.ts'
import { teachWords } from './words.ts'

type Props = {
  readonly brain: BrainState
  readonly number: number
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Asks before a model is put in force, with the numbers to decide by. */
export const PutInForceDialog = ({ brain, number, onYes, onClose }: Props) => {
  const t = useWords(teachWords)
  const nameOf = useNames()
  const from = brain.inForce.number
  const changes = measuredChanges(brain, from, number)
  const isDangerous = changes !== null && dangersOf(changes).length > 0
  return (
    <Modal
      open
      width={760}
      title={t('ask.title', { from: nameOf(from), to: nameOf(number) })}
      okText={t(isDangerous ? 'ask.okDanger' : 'ask.ok')}
      okButtonProps={{ danger: isDangerous }}
      onOk={onYes}
      onCancel={onClose}
    >
      {changes === null && <p>{t('ask.blind')}</p>}
      <ModelComparison brain={brain} from={from} to={number} />
      <p>{t('ask.effect')}</p>
    </Modal>
  )
}
