import type { Point } from '../../shared/domain/geo/point.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { useWords } from '../ui/words.ts'
import type { ShownTask } from './asIfDone.ts'
import { mapLinks } from './mapLinks.ts'
import { distanceText } from './distanceText.ts'
import { fieldWords } from './words.ts'

type Props = { readonly task: ShownTask; readonly here: Point | null; readonly canLocate: boolean; readonly isApple: boolean }

/** Metres from the phone to the matter; null when either is unknown. */
export const awayM = (task: Pick<ShownTask, 'place'>, here: Point | null): number | null =>
  here && task.place.point ? distanceM(here, task.place.point) : null

/** Where, how far, and the way there in the phone's own map app. */
export const PlaceCard = ({ task, here, canLocate, isApple }: Props) => {
  const say = useWords(fieldWords)
  const { point, text } = task.place
  const away = awayM(task, here)
  const distance = away === null ? say(canLocate ? 'place.unknown' : 'place.off') : say('place.away', { distance: distanceText(say, away) })
  return (
    <section className="card" aria-label={say('place')}>
      <p className="place">{text}</p>
      <p className="quiet">{point ? distance : say('place.none')}</p>
      {point && (
        <nav className="maps" aria-label={say('go')}>
          {mapLinks(point, text, isApple).map(({ app, href }, i) => (
            <a key={app} className={i === 0 ? 'button first' : 'button plain-link'} href={href}>
              {i === 0 ? `${say('go')} · ${say(`map.${app}`)}` : say(`map.${app}`)}
            </a>
          ))}
        </nav>
      )}
    </section>
  )
}
