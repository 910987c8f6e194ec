import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { NewAccount, OneTimePassword } from '../../../shared/contracts/manage.ts'
import { AccountRole, type Role } from '../../../shared/domain/actor.ts'
import { mayManageRole } from '../../../shared/domain/room/manageRights.ts'
import { focusFirstField } from '../../ui/focusFirstField.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { useChange } from '../../ui/useAsked.ts'
import { accountWords } from './words.ts'

type Props = { readonly by: Role; readonly onMade: (account: NewAccount, password: string) => void; readonly onClose: () => void }

/** A new person of the room; the password comes from the server and is shown once. */
export const NewAccountForm = ({ by, onMade, onClose }: Props) => {
  const t = useWords(accountWords)
  const common = useWords(domainWords)
  const change = useChange('quiet')
  const [form] = Form.useForm<NewAccount>()
  const [isAsking, setAsking] = useState(false)
  const roles = AccountRole.options.filter((role) => mayManageRole(by, role))

  const make = async (wish: NewAccount) => {
    setAsking(true)
    const made = await change<OneTimePassword>('POST', '/api/manage/accounts', wish)
    setAsking(false)
    if (made) onMade(wish, made.value.password)
  }
  return (
    <Modal
      open
      title={t('add')}
      okText={t('create')}
      confirmLoading={isAsking}
      onOk={form.submit}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <Form<NewAccount>
        form={form}
        layout="vertical"
        initialValues={{ role: 'operator' }}
        onFinish={(wish) => void make(wish)}
        requiredMark={false}
      >
        <Form.Item
          name="id"
          label={t('id')}
          extra={t('idHint')}
          rules={[{ required: true, pattern: /^[A-Za-z0-9_.-]{2,40}$/, message: t('idWrong') }]}
        >
          <Input autoFocus autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="role" label={t('role')}>
          <Select options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
