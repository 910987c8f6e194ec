import { Form, Input, Modal, Select } from 'antd'
import { TokenChannel, type MadeToken, type NewToken } from '../../../shared/contracts/manage.ts'
import { focusFirstField } from '../../ui/focusFirstField.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { tokenWords } from './words.ts'

type Props = { readonly onMade: (name: string, token: string) => void; readonly onClose: () => void }

export const NewTokenForm = ({ onMade, onClose }: Props) => {
  const t = useWords(tokenWords)
  const common = useWords(domainWords)
  const change = useChange('quiet')
  const [form] = Form.useForm<NewToken>()
  const make = async (wish: NewToken) => {
    const made = await change<MadeToken>('POST', '/api/manage/tokens', wish)
    if (made) onMade(wish.name, made.value.token)
  }
  return (
    <Modal open title={t('add')} onOk={form.submit} onCancel={onClose} afterOpenChange={focusFirstField}>
      <Form<NewToken>
        form={form}
        layout="vertical"
        initialValues={{ channel: '110' }}
        onFinish={(wish) => void make(wish)}
        requiredMark={false}
      >
        <Form.Item name="channel" label={t('channel')}>
          <Select options={TokenChannel.options.map((channel) => ({ value: channel, label: common(`channel.${channel}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
          <Input autoFocus autoComplete="off" maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
