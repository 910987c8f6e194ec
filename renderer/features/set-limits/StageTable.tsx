import { Button, Checkbox, Input, InputNumber, Select, Table, type TableColumnsType } from 'antd'
import { Milestone, type Stage } from '../../../shared/domain/sla/profile.ts'
import { Nature, Urgency } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { limitWords } from './words.ts'

type Props = { readonly stages: readonly Stage[]; readonly onChange: (stages: readonly Stage[]) => void }
type Row = { readonly stage: Stage; readonly at: number }

/** Most stages the room takes in one profile. */
const mostStages = 12

const aStage: Stage = {
  id: 'stage',
  nameZh: '新阶段',
  nameEn: 'New stage',
  from: 'reported',
  to: 'closed',
  limitMs: 3_600_000,
  warnBeforeMs: 300_000,
  canPause: true,
  natures: Nature.options,
  urgencies: Urgency.options,
}

/** The stages of a profile, each cell a field. */
export const StageTable = ({ stages, onChange }: Props) => {
  const t = useWords(limitWords)
  const common = useWords(domainWords)
  const change = (at: number, changes: Partial<Stage>) => onChange(stages.map((stage, i) => (i === at ? { ...stage, ...changes } : stage)))

  const text =
    (key: 'id' | 'nameZh' | 'nameEn', most: number, label: string) =>
    (_: unknown, { stage, at }: Row) => (
      <Input
        size="small"
        aria-label={`${label} ${at + 1}`}
        maxLength={most}
        value={stage[key]}
        onChange={({ target }) => change(at, { [key]: target.value })}
      />
    )
  const milestone =
    (key: 'from' | 'to', label: string) =>
    (_: unknown, { stage, at }: Row) => (
      <Select<Milestone>
        size="small"
        className="xn-wide"
        aria-label={`${label} ${at + 1}`}
        value={stage[key]}
        onChange={(value) => change(at, { [key]: value })}
        options={Milestone.options.map((value) => ({ value, label: t(`milestone.${value}`) }))}
      />
    )
  const seconds =
    (key: 'limitMs' | 'warnBeforeMs', label: string) =>
    (_: unknown, { stage, at }: Row) => (
      <InputNumber
        size="small"
        className="xn-wide xn-num"
        aria-label={`${label} ${at + 1}`}
        min={key === 'limitMs' ? 1 : 0}
        value={stage[key] / 1_000}
        onChange={(value) => value !== null && change(at, { [key]: Math.round(value * 1_000) })}
      />
    )
  const columns: TableColumnsType<Row> = [
    { title: t('stageId'), width: 92, render: text('id', 24, t('stageId')) },
    { title: t('nameZh'), width: 84, render: text('nameZh', 12, t('nameZh')) },
    { title: t('nameEn'), width: 96, render: text('nameEn', 24, t('nameEn')) },
    { title: t('from'), width: 96, render: milestone('from', t('from')) },
    { title: t('to'), width: 96, render: milestone('to', t('to')) },
    { title: t('limit'), width: 76, render: seconds('limitMs', t('limit')) },
    { title: t('warn'), width: 76, render: seconds('warnBeforeMs', t('warn')) },
    {
      title: t('canPause'),
      width: 70,
      render: (_, { stage, at }) => (
        <Checkbox
          aria-label={`${t('canPause')} ${at + 1}`}
          checked={stage.canPause}
          onChange={({ target }) => change(at, { canPause: target.checked })}
        />
      ),
    },
    {
      title: t('natures'),
      width: 150,
      render: (_, { stage, at }) => (
        <Select<Nature[]>
          mode="multiple"
          size="small"
          className="xn-wide"
          maxTagCount="responsive"
          aria-label={`${t('natures')} ${at + 1}`}
          value={[...stage.natures]}
          onChange={(natures) => change(at, { natures })}
          options={Nature.options.map((value) => ({ value, label: common(`nature.${value}`) }))}
        />
      ),
    },
    {
      title: t('urgencies'),
      width: 150,
      render: (_, { stage, at }) => (
        <Select<Urgency[]>
          mode="multiple"
          size="small"
          className="xn-wide"
          maxTagCount="responsive"
          aria-label={`${t('urgencies')} ${at + 1}`}
          value={[...stage.urgencies]}
          onChange={(urgencies) => change(at, { urgencies })}
          options={Urgency.options.map((value) => ({ value, label: common(`urgency.${value}`) }))}
        />
      ),
    },
    {
      width: 70,
      render: (_, { at }) => (
        <Button size="small" disabled={stages.length === 1} onClick={() => onChange(stages.toSpliced(at, 1))}>
          {t('removeStage')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Table<Row>
        size="small"
        rowKey="at"
        columns={columns}
        dataSource={stages.map((stage, at) => ({ stage, at }))}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Button className="xn-add-stage" disabled={stages.length >= mostStages} onClick={() => onChange([...stages, aStage])}>
        {t('addStage')}
      </Button>
    </>
  )
}
