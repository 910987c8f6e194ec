import { useState } from 'react'
import { clockTime } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import type { ShownTask } from './asIfDone.ts'
import type { FieldRoom } from './fieldRoom.ts'
import { PhotoThumb } from './PhotoThumb.tsx'
import { fieldWords } from './words.ts'

type Report = ShownTask['reports'][number]
type Props = {
  readonly task: ShownTask
  readonly room: FieldRoom
  readonly phones: Readonly<Record<string, string>>
  readonly isOnline: boolean
  readonly thumb: (photo: string) => Promise<Blob | null>
}

const CallButton = ({ task, report, room, phones, isOnline }: Omit<Props, 'thumb'> & { readonly report: Report }) => {
  const say = useWords(fieldWords)
  const [problem, setProblem] = useState(false)
  const phone = phones[report.id]
  const reveal = async () => {
    const told = await room.reveal(task.incident, report.id)
    setProblem(!told.ok)
    if (told.ok && told.value.phone !== null) window.location.href = `tel:${told.value.phone}`
  }
  if (phone) {
    return (
      <a className="button second" href={`tel:${phone}`}>
        {say('call.number', { phone })}
      </a>
    )
  }
  return (
    <>
      <button type="button" className="button second" onClick={() => void reveal()} disabled={!isOnline}>
        {say('call.reveal')}
      </button>
      <small className="quiet">{say(isOnline && !problem ? 'call.note' : 'call.offline')}</small>
    </>
  )
}

/** The callers' words, oldest first, with the way to reach each. */
export const CallerCard = ({ task, thumb, ...calling }: Props) => {
  const say = useWords(fieldWords)
  return (
    <section className="card" aria-label={say('words')}>
      {task.reports.map((report, i) => (
        <article key={report.id} className="report">
          <p className="quiet">
            {i > 0 && `${say('words.more', { count: i + 1 })} · `}
            {clockTime(report.at)} · {report.callerName ?? say('caller.unknown')}
            {report.phone !== null && ` · ${report.phone}`}
          </p>
          <p className="words">{report.text}</p>
          {report.photos.length > 0 && (
            <ul className="thumbs">
              {report.photos.map((photo) => (
                <li key={photo}>
                  <PhotoThumb photo={photo} alt={say('photo.of')} load={thumb} />
                </li>
              ))}
            </ul>
          )}
          {report.hasPhone && <CallButton task={task} report={report} {...calling} />}
        </article>
      ))}
    </section>
  )
}
