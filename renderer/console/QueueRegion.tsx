import { useRoomSelector } from '../board/store.ts'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

const NoIncident = () => {
  const t = useWords(consoleWords)
  return (
    <div className="xn-empty">
      <div>{t('noIncident')}</div>
      <div>{t('noIncidentHint')}</div>
    </div>
  )
}

/** Queue and card, side by side. */
export const QueueRegion = () => {
  const t = useWords(consoleWords)
  const incident = useRoomSelector((state) => state.desk.incident)
  return (
    <section className="xn-region" data-region="queue" aria-label={t('region.queue')}>
      <div className="xn-panel xn-queue-place" />
      <div className="xn-panel xn-card-place">{incident === null && <NoIncident />}</div>
    </section>
  )
}
