import { Button } from 'antd'
import { muteChosen } from '../../board/deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useWords } from '../../ui/words.ts'
import { useSpeaker } from './useSpeaker.ts'
import { alarmWords } from './words.ts'

/** Sound of this desk: on, muted, not yet allowed by the browser, or not there at all; one click changes what can be changed. */
export const SoundSwitch = () => {
  const t = useWords(alarmWords)
  const dispatch = useRoomDispatch()
  const isMuted = useRoomSelector((store) => store.desk.isMuted)
  const { state, wake } = useSpeaker()
  const sound = isMuted ? 'muted' : state
  const act = () => {
    wake()
    // A click on a desk that waits for one is the leave to sound, not a wish for silence.
    if (sound !== 'waiting') dispatch(muteChosen(!isMuted))
  }
  return (
    <Button size="small" type="text" className="xn-sound" data-sound={sound} aria-pressed={isMuted} onClick={act}>
      <span aria-hidden>{sound === 'ready' ? '♪' : '✕'}</span> {t(`switch.${sound}`)}
    </Button>
  )
}
