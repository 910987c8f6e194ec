import { Button, Table, type TableColumnsType } from 'antd'
import { shippedNumber, type BrainState, type TaughtModel } from '../../../shared/contracts/teaching.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { useNames } from './useNames.ts'
import { teachWords } from './words.ts'

type Props = { readonly brain: BrainState; readonly onChoose: (number: number) => void }

/** A line of the list; the model that ships has no card. */
type Line = { readonly number: number; readonly model: TaughtModel | null }

/** The models that are kept, and the one that ships: each can be put in force. */
export const ModelList = ({ brain, onChoose }: Props) => {
  const t = useWords(teachWords)
  const nameOf = useNames()
  const lines: readonly Line[] = [...brain.models.map((model) => ({ number: model.number, model })), { number: shippedNumber, model: null }]
  const columns: TableColumnsType<Line> = [
    { title: t('models.name'), width: 130, render: (_, { number }) => nameOf(number) },
    { title: t('models.trainedAt'), width: 150, className: 'xn-num', render: (_, { model }) => model && dayTime(model.trainedAt) },
    { title: t('models.by'), width: 110, render: (_, { model }) => model?.by },
    {
      title: t('models.learnt'),
      render: (_, { model }) => {
        if (!model) return t('models.learntShipped')
        const { incidents, corrections, shippedTexts } = model
        return t('models.learntRoom', { incidents, corrections, shippedTexts })
      },
    },
    {
      title: t('actions'),
      width: 130,
      render: (_, { number }) =>
        number === brain.inForce.number ? (
          <span className="xn-state" data-state="active">
            {t('inForce')}
          </span>
        ) : (
          <Button size="small" onClick={() => onChoose(number)} aria-label={`${t('putInForce')} ${nameOf(number)}`}>
            {t('putInForce')}
          </Button>
        ),
    },
  ]
  return <Table<Line> size="small" rowKey="number" columns={columns} dataSource={[...lines]} pagination={false} />
}
