import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { ConsoleCommand } from '../../../shared/domain/command.ts'
import { TownId } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { AskText } from '../../board/AskText.tsx'
import { useBlocked } from '../../board/CommandButton.tsx'
import { useWords } from '../../ui/words.ts'
import { endWords } from './words.ts'

type To = '12345' | '110' | 'town'
type Props = { readonly incident: Incident; readonly onSay: (command: ConsoleCommand) => void; readonly onClose: () => void }

/** 移交: to whom, and what they should know. */
export const AskTransfer = ({ incident, onSay, onClose }: Props) => {
  const t = useWords(endWords)
  const [to, setTo] = useState<To>(incident.nature === 'police' ? '110' : '12345')
  const [townText, setTownText] = useState('')
  const town = TownId.safeParse(townText.trim())
  const command = (reason: string) =>
    ({ type: 'incident.transfer', incident: incident.id, to, town: to === 'town' && town.success ? town.data : null, reason }) as const
  const blocked = useBlocked(command('-'))
  return (
    <div className="xn-ask">
      <div className="xn-card-line">
        <Segmented
          size="small"
          value={to}
          aria-label={t('transfer')}
          options={(['12345', '110', 'town'] as const).map((value) => ({ value, label: t(`to.${value}`) }))}
          onChange={setTo}
        />
        {to === 'town' && (
          <Input
            size="small"
            value={townText}
            placeholder={t('townHint')}
            aria-label={t('townHint')}
            onChange={(event) => setTownText(event.target.value)}
          />
        )}
      </div>
      {blocked !== null && <div className="xn-warn">{blocked}</div>}
      <AskText hint={t('transferHint')} onClose={onClose} onText={(reason) => onSay(command(reason))} />
    </div>
  )
}
