import { deskOrigin } from '../../shared/contracts/deskOrigin.ts'
import type { Placement } from '../../shared/contracts/layout.ts'

/** The page of ours that a window of a layout shows. */
export const pageAddress = ({ region, wall }: Pick<Placement, 'region' | 'wall'>): string => {
  if (region === 'supervise') return `${deskOrigin}/supervise/`
  const about = new URLSearchParams(region === 'wall' ? { ...(wall !== null && { wall }) } : { region })
  const asked = about.size > 0 ? `?${about}` : ''
  return region === 'wall' ? `${deskOrigin}/wall/${asked}` : `${deskOrigin}/${asked}`
}

export const beginAddress = `${deskOrigin}/begin/`
