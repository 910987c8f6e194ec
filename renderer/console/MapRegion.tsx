import { useWords } from '../ui/words.ts'
import { MapPart } from './parts.tsx'
import { consoleWords } from './words.ts'

/** The map's place on the console. */
export const MapRegion = () => {
  const t = useWords(consoleWords)
  return (
    <section className="xn-region xn-panel" data-region="map" aria-label={t('region.map')}>
      <MapPart />
    </section>
  )
}
