import { Button, Modal } from 'antd'
import type { DeskBridge } from '../../../shared/contracts/desk.ts'
import { deskOf } from '../../feed/desk.ts'
import { useWords } from '../../ui/words.ts'
import { ArrangeWindows } from './ArrangeWindows.tsx'
import { useDeskLayouts } from './useDeskLayouts.ts'
import { arrangeWords } from './words.ts'

type Props = { readonly onClose: () => void }

const Layouts = ({ desk, onClose }: Props & { readonly desk: DeskBridge }) => {
  const t = useWords(arrangeWords)
  const seen = useDeskLayouts(desk)
  if (seen.state === 'here') return <ArrangeWindows needs={seen.needs} onClose={onClose} />
  if (seen.state === 'waiting') return null
  const again = (
    <Button type="primary" onClick={seen.again}>
      {t('again')}
    </Button>
  )
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={again}>
      <p role="alert">{t('notSeen')}</p>
    </Modal>
  )
}

/** 窗口布局 of this workstation, over the page of the desktop app; a browser has none. */
export const DeskLayouts = ({ onClose }: Props) => {
  const desk = deskOf(window)
  return desk && <Layouts desk={desk} onClose={onClose} />
}
