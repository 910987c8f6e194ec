import { useWords } from '../ui/words.ts'
import type { ShownTask } from './asIfDone.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { canGiveFeedback, canReturn, nextStep } from './nextStep.ts'
import { PhotoButton } from './PhotoButton.tsx'
import { awayM } from './PlaceCard.tsx'
import { distanceText } from './distanceText.ts'
import { fieldWords } from './words.ts'

export type Form = 'feedback' | 'return' | 'help' | 'report'

type Props = {
  readonly task: ShownTask
  readonly room: FieldRoom
  readonly onForm: (form: Form) => void
  readonly vibrate: (pattern: readonly number[]) => void
}

/** Nearer than this nobody needs to be told: street addresses and phones are no more exact. */
const nearM = 200

const ArrivalNote = ({ away }: { readonly away: number | null }) => {
  const say = useWords(fieldWords)
  if (away === null) return <p className="step-note">{say('arrive.blind')}</p>
  if (away <= nearM) return <p className="step-note">{say('arrive.near', { distance: distanceText(say, away) })}</p>
  return <p className="step-note far">⚠ {say('arrive.away', { distance: distanceText(say, away) })}</p>
}

/** The one big button of the next step, and the ways aside. */
export const StepBar = ({ task, room, onForm, vibrate }: Props) => {
  const say = useWords(fieldWords)
  const next = nextStep(task)
  if (next === null) return null
  const { incident, assignment } = task
  const go = () => {
    vibrate([40])
    if (next === 'feedback') return onForm('feedback')
    const about = { incident, assignment: assignment.id }
    void room.say(next === 'unit.arrive' ? { type: next, ...about, point: room.point() } : { type: next, ...about })
  }
  return (
    <footer className="steps">
      {next === 'unit.arrive' && <ArrivalNote away={awayM(task, room.point())} />}
      <button type="button" className="button main" onClick={go}>
        {say(`step.${next}`)}
      </button>
      <div className="aside">
        {canReturn(task) && (
          <button type="button" className="button second" onClick={() => onForm('return')}>
            {say('return')}
          </button>
        )}
        <button type="button" className="button second" onClick={() => onForm('help')}>
          {say('help')}
        </button>
        <PhotoButton label={say('photo')} onPhoto={(bytes) => void room.addPhoto(task, bytes)} />
        {canGiveFeedback(task) && next !== 'feedback' && (
          <button type="button" className="button second" onClick={() => onForm('feedback')}>
            {say('step.feedback')}
          </button>
        )}
      </div>
    </footer>
  )
}
