import { Modal } from 'antd'
import { overlayShown } from '../../board/deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKeys } from '../../ui/keys.ts'
import { useWords } from '../../ui/words.ts'
import { barWords } from './words.ts'

const keys = [
  ['↑ ↓ / J K', 'key.move'],
  ['Home / End', 'key.ends'],
  ['Enter', 'key.open'],
  ['Space', 'key.look'],
  ['M / X', 'key.merge'],
  ['A', 'key.alarm'],
  ['N', 'key.new'],
  ['L', 'key.log'],
  ['H', 'key.handOver'],
  ['1 … 9', 'key.mark'],
  ['Ctrl + Enter', 'key.send'],
  ['P', 'key.policeLater'],
  ['Ctrl + P', 'key.print'],
  ['/', 'key.bar'],
  ['/d /s /m /g', 'key.line'],
  ['/n /t /c', 'key.note'],
  ['/w', 'key.wall'],
  ['Esc', 'key.escape'],
  ['?', 'key.keys'],
] as const

/** `?`: every key there is. */
export const KeysOverlay = () => {
  const t = useWords(barWords)
  const dispatch = useRoomDispatch()
  const overlay = useRoomSelector((state) => state.desk.overlay)
  const close = () => void dispatch(overlayShown('none'))
  useKeys({ '?': () => void dispatch(overlayShown('keys')) }, overlay === 'none')
  return (
    <Modal open={overlay === 'keys'} title={t('keysTitle')} onCancel={close} footer={null} destroyOnHidden>
      <dl className="xn-keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
