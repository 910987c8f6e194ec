import { useEffect, useState } from 'react'
import type { EarlierCall } from '../../../shared/contracts/console.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { kindByCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch } from '../../board/store.ts'
import { useMinute } from '../../board/useMinute.ts'
import { dayTime, nearTime } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { triageWords } from './words.ts'

type Calls = readonly EarlierCall[] | 'loading' | 'failed'

/** How it ended: as the room wrote it, or, where it was not closed, the word for what became of it. */
const useEnd = () => {
  const t = useWords(triageWords)
  return (outcome: string): string => {
    const key = triageWords.keys.find((one) => one === `end.${outcome}`)
    return key ? t(key) : outcome
  }
}

/** Calls that came before, from this number or this building. */
export const EarlierCalls = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const domain = useWords(domainWords)
  const isChinese = useIsChinese()
  const dispatch = useRoomDispatch()
  const { feed, taxonomy } = useRoom()
  const now = useMinute()
  const sayEnd = useEnd()
  const [calls, setCalls] = useState<Calls>('loading')
  const { id, place, reports } = incident
  useEffect(() => {
    let isOld = false
    feed.ask('calls:earlier', { incident: id }).then(
      (found) => void (isOld || setCalls(found)),
      () => void (isOld || setCalls('failed')),
    )
    return () => {
      isOld = true
    }
  }, [feed, id, place.building, reports.length])

  return (
    <section aria-label={t('earlier')}>
      <h3>{t('earlier')}</h3>
      {calls === 'loading' && <div className="xn-dim">{domain('loading')}</div>}
      {calls === 'failed' && <div className="xn-dim">{t('earlierFailed')}</div>}
      {Array.isArray(calls) && calls.length === 0 && <div className="xn-dim">{t('earlierNone')}</div>}
      {Array.isArray(calls) && (
        <ul className="xn-plain">
          {(calls as readonly EarlierCall[]).map((call) => {
            const kind = kindByCode(taxonomy, call.kind)
            return (
              <li key={`${call.incident}-${call.at}`}>
                <button type="button" className="xn-earlier" onClick={() => dispatch(incidentSelected(call.incident))}>
                  <span className="xn-num" title={dayTime(call.at)}>
                    {nearTime(call.at, now)}
                  </span>
                  <span className="xn-num">{call.incident}</span>
                  <span>{kind && (isChinese ? kind.nameZh : kind.nameEn)}</span>
                  <span className="xn-warn">{t(`same.${call.same}`)}</span>
                  {call.outcome !== null && <span className="xn-good">{sayEnd(call.outcome)}</span>}
                  <span className="xn-dim xn-earlier-text">{call.text}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
