import { Form, Input, InputNumber, Modal } from 'antd'
import type { Unit } from '../../../shared/domain/unit/unit.ts'
import { useSend } from '../../board/send.ts'
import { focusFirstField } from '../../ui/focusFirstField.ts'
import { useWords } from '../../ui/words.ts'
import { rosterWords } from './words.ts'

type Wish = { readonly hours: number; readonly reason: string }

const hourMs = 3_600_000

/** Calls a unit in or sends it off for some hours, whatever its roster says. */
export const DutyForm = ({ unit, isOn, onClose }: { readonly unit: Unit; readonly isOn: boolean; readonly onClose: () => void }) => {
  const t = useWords(rosterWords)
  const send = useSend()
  const [form] = Form.useForm<Wish>()
  const name = `${unit.id} ${unit.definition.name}`
  const set = async ({ hours, reason }: Wish) => {
    const answer = await send({ type: 'duty.set', unit: unit.id, isOn, forMs: Math.round(hours * hourMs), reason: reason ?? '' })
    if (answer?.ok) onClose()
  }
  return (
    <Modal
      open
      title={isOn ? t('callInOf', { unit: name }) : t('sendOffOf', { unit: name })}
      onOk={form.submit}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        initialValues={{ hours: 8, reason: '' }}
        onFinish={(wish) => void set(wish)}
        requiredMark={false}
      >
        <Form.Item name="hours" label={t('hours')} rules={[{ required: true }]}>
          <InputNumber min={0.5} max={48} step={0.5} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
