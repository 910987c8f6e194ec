import { useId, useState } from 'react'
import { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import { useWords } from '../ui/words.ts'
import { domainWords } from '../ui/words/domain.ts'
import type { ShownTask } from './asIfDone.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { PhraseField } from './PhraseField.tsx'
import { helpPhrases } from './quickPhrases.ts'
import { Sheet } from './Sheet.tsx'
import { fieldWords } from './words.ts'

type Props = { readonly task: ShownTask; readonly room: FieldRoom; readonly onClose: () => void }

const longestReason = 500
const mostPeople = 50

/** 请求增援: which force, how many, why. */
export const HelpForm = ({ task, room, onClose }: Props) => {
  const say = useWords(fieldWords)
  const sayDomain = useWords(domainWords)
  const [force, setForce] = useState<Force | ''>('')
  const [count, setCount] = useState(1)
  const [reason, setReason] = useState('')
  const id = useId()
  const { incident, assignment } = task
  const send = () => {
    void room.say({
      type: 'unit.askHelp',
      incident,
      assignment: assignment.id,
      force: force === '' ? null : force,
      count,
      reason: reason.trim(),
    })
    onClose()
  }
  return (
    <Sheet title={say('help.title')} onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>{say('help.force')}</label>
        <select id={id} value={force} onChange={(event) => setForce(event.target.value as Force | '')}>
          <option value="">{say('help.anyone')}</option>
          {Force.options.map((one) => (
            <option key={one} value={one}>
              {sayDomain(`force.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <span id={`${id}-count`}>{say('help.count')}</span>
        <div className="counter" role="group" aria-labelledby={`${id}-count`}>
          <button
            type="button"
            className="button second"
            aria-label={say('less')}
            disabled={count <= 1}
            onClick={() => setCount(count - 1)}
          >
            −
          </button>
          <output>{count}</output>
          <button
            type="button"
            className="button second"
            aria-label={say('add')}
            disabled={count >= mostPeople}
            onClick={() => setCount(count + 1)}
          >
            +
          </button>
        </div>
      </div>
      <PhraseField label={say('help.reason')} value={reason} onChange={setReason} phrases={helpPhrases} longest={longestReason} />
      <button type="button" className="button main" disabled={reason.trim() === ''} onClick={send}>
        {say('help.send')}
      </button>
    </Sheet>
  )
}
