import { Alert, Button, Modal, Typography } from 'antd'
import type { ReactNode } from 'react'
import { askingWords } from './words/asking.ts'
import { useWords } from './words.ts'

type Props = { readonly title: string; readonly secret: string; readonly onClose: () => void; readonly children?: ReactNode }

/** A password or token that is shown once. It closes by its own button alone, so that no stray click loses it. */
export const OnceShown = ({ title, secret, onClose, children }: Props) => {
  const t = useWords(askingWords)
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('onceTitle')} description={t('onceHint')} />
      <Typography.Paragraph className="xn-secret" copyable={{ text: secret, tooltips: [t('copy'), t('copied')] }}>
        <code>{secret}</code>
      </Typography.Paragraph>
      {children}
    </Modal>
  )
}
