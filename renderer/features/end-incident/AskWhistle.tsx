import { Select } from 'antd'
import { useState } from 'react'
import type { ConsoleCommand } from '../../../shared/domain/command.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { useRoom } from '../../board/room.tsx'
import { useWords } from '../../ui/words.ts'
import { endWords } from './words.ts'

type Props = { readonly incident: Incident; readonly onSay: (command: ConsoleCommand) => void; readonly onClose: () => void }

/** 吹哨: which departments, and for what. */
export const AskWhistle = ({ incident, onSay, onClose }: Props) => {
  const t = useWords(endWords)
  const { town } = useRoom()
  const [departments, setDepartments] = useState<readonly string[]>([])
  const [isMissing, setMissing] = useState(false)
  const whistle = (matter: string) => {
    setMissing(departments.length === 0)
    if (departments.length > 0) onSay({ type: 'incident.whistle', incident: incident.id, departments: [...departments], matter })
  }
  return (
    <div className="xn-ask">
      <Select
        mode="multiple"
        size="small"
        autoFocus
        value={[...departments]}
        placeholder={t('departments')}
        aria-label={t('departments')}
        options={town.departments.map(({ name }) => ({ value: name, label: name }))}
        onChange={setDepartments}
      />
      {isMissing && (
        <div className="xn-warn" role="alert">
          {t('chooseDepartments')}
        </div>
      )}
      <AskText hint={t('whistleHint')} onClose={onClose} onText={whistle} />
    </div>
  )
}
