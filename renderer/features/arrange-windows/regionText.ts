import type { Display, DisplayMark, Placement } from '../../../shared/contracts/layout.ts'
import type { ArrangeSay } from './words.ts'

export const regionText = ({ region, wall }: Pick<Placement, 'region' | 'wall'>, t: ArrangeSay): string =>
  wall === null ? t(`region.${region}`) : t('wallNamed', { wall })

/** As systems write it: the pixels of the panel, not what is left of them after scaling. */
export const sizeText = ({ width, height, scaleFactor }: Pick<DisplayMark, 'width' | 'height' | 'scaleFactor'>): string =>
  `${Math.round(width * scaleFactor)}×${Math.round(height * scaleFactor)}`

/** A region as it is named on one window's buttons: `去掉：地图`. */
export const ofWindow = (what: string, window: Placement, t: ArrangeSay): string => t('ofWindow', { what, region: regionText(window, t) })

/** What a person knows a display by besides its number and name: whether it is the primary one, its size, its scale. */
export const displayFacts = ({ bounds, scaleFactor, isPrimary }: Display, t: ArrangeSay): readonly string[] => [
  ...(isPrimary ? [t('primary')] : []),
  sizeText({ ...bounds, scaleFactor }),
  ...(scaleFactor === 1 ? [] : [t('scale', { percent: Math.round(scaleFactor * 100) })]),
]
