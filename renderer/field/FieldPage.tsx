import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import type { PhotoId } from '../../shared/domain/ids.ts'
import { clockTime } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { asIfDone, type ShownTask, type ShownView } from './asIfDone.ts'
import { Bottom } from './Bottom.tsx'
import { CallerCard } from './CallerCard.tsx'
import { FeedbackForm } from './FeedbackForm.tsx'
import type { FieldApi } from './fieldApi.ts'
import type { FieldRoom, LinkState } from './fieldRoom.ts'
import { HelpForm } from './HelpForm.tsx'
import { newTasks } from './newTasks.ts'
import { PlaceCard } from './PlaceCard.tsx'
import { Refusals } from './Refusals.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { SosButton } from './SosButton.tsx'
import { StepBar, type Form } from './StepBar.tsx'
import { TaskScreen } from './TaskScreen.tsx'
import { TaskTabs } from './TaskTabs.tsx'
import { TopBar } from './TopBar.tsx'
import { useSecond } from './useSecond.ts'
import { fieldWords } from './words.ts'

type Props = {
  readonly room: FieldRoom
  readonly api: FieldApi
  readonly isApple: boolean
  readonly vibrate: (pattern: readonly number[]) => void
  readonly ring: () => void
}

const SosNotice = ({ sos }: { readonly sos: NonNullable<ShownView['sos']> }) => {
  const say = useWords(fieldWords)
  return (
    <section className="notice sos-notice" role="alert">
      <p>
        <strong>{say('sos.title', { time: clockTime(sos.at) })}</strong>
      </p>
      <p>{say(sos.isUnsent ? 'sos.unsent' : 'sos.text')}</p>
    </section>
  )
}

const FormOf = ({ form, task, room, onClose }: { form: Form; task: ShownTask | undefined; room: FieldRoom; onClose: () => void }) => {
  if (form === 'report') return <ReportForm room={room} onClose={onClose} />
  if (!task) return null
  if (form === 'feedback') return <FeedbackForm task={task} room={room} onClose={onClose} />
  if (form === 'return') return <ReturnForm task={task} room={room} onClose={onClose} />
  return <HelpForm task={task} room={room} onClose={onClose} />
}

/** Nothing to do, as far as the phone can know: a page that the room does not reach promises no ringing. */
const Idle = ({ link, isKnown }: { readonly link: LinkState['state']; readonly isKnown: boolean }) => {
  const say = useWords(fieldWords)
  if (link === 'dead') {
    return (
      <section className="idle">
        <p>{say('idle.dead')}</p>
      </section>
    )
  }
  const isOpening = !isKnown && link !== 'cut'
  return (
    <section className="idle">
      <h1>{say(isOpening ? 'opening' : 'idle.title')}</h1>
      {!isOpening && <p>{say(link === 'cut' ? 'idle.cut' : 'idle.text')}</p>}
    </section>
  )
}

/** The field page: one task fills the screen, one big button is the next step. */
export const FieldPage = ({ room, api, isApple, vibrate, ring }: Props) => {
  const say = useWords(fieldWords)
  const state = useSyncExternalStore(room.subscribe, room.state)
  const now = useSecond(room.serverNow)
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, setForm] = useState<Form | null>(null)
  const shown = useMemo(() => state.view && asIfDone(state.view, state.waiting, room.toServer), [state.view, state.waiting, room])

  const before = useRef(state.view)
  useEffect(() => {
    const fresh = newTasks(before.current, state.view)
    before.current = state.view
    if (fresh.length === 0) return
    // A task that ended does not hide a new one; one in hand does.
    setChosen((shownNow) =>
      state.view?.tasks.some(({ assignment }) => assignment.id === shownNow && isActive(assignment)) ? shownNow : null,
    )
    ring()
    vibrate([400, 150, 400, 150, 400])
  }, [state.view, ring, vibrate])

  const tasks = shown?.tasks ?? []
  const task = tasks.find(({ assignment }) => assignment.id === chosen) ?? tasks.find(({ assignment }) => isActive(assignment))
  const hasOthers = tasks.length > 1 || (tasks.length === 1 && !(task && isActive(task.assignment)))
  const thumb = useCallback((photo: string) => api.thumb(photo as PhotoId).then((told) => (told.ok ? told.value : null)), [api])
  const isOnline = state.link.state === 'live' || state.link.state === 'asking'
  const call = () => shown && void room.say({ type: 'sos.raise', unit: shown.unit.id, point: room.point() })

  return (
    <div className="page">
      <TopBar view={shown} link={state.link} waiting={state.waiting.length} toServer={room.toServer}>
        {shown && <SosButton onCall={call} vibrate={vibrate} />}
      </TopBar>
      <main>
        {state.link.state === 'dead' && (
          <p className="notice refused" role="alert">
            {say('dead.text')}
          </p>
        )}
        {state.link.state === 'cut' && state.waiting.length > 0 && <p className="notice">{say('unsent.text')}</p>}
        {shown?.sos && <SosNotice sos={shown.sos} />}
        <Refusals refused={state.refused} toServer={room.toServer} onDismiss={(id) => void room.dismiss(id)} />
        {hasOthers && <TaskTabs tasks={tasks} current={task?.assignment.id ?? null} onChoose={setChosen} />}
        {task ? (
          <TaskScreen
            task={task}
            now={now}
            place={<PlaceCard task={task} here={room.point()} canLocate={state.canLocate} isApple={isApple} />}
          >
            <CallerCard task={task} room={room} phones={state.phones} isOnline={isOnline} thumb={thumb} />
          </TaskScreen>
        ) : (
          <Idle link={state.link.state} isKnown={shown !== null} />
        )}
        {shown && (
          <button type="button" className="button second" onClick={() => setForm('report')}>
            {say('report.title')}
          </button>
        )}
        <Bottom />
      </main>
      {task && <StepBar task={task} room={room} onForm={setForm} vibrate={vibrate} />}
      {form && <FormOf form={form} task={task} room={room} onClose={() => setForm(null)} />}
    </div>
  )
}
