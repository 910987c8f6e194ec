import type { Actor, Channel } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { fillSlots } from '../../shared/domain/narrative/narrative.ts'
import type { Kind } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Chance } from './chance.ts'
import { callerName, callerPhone, type Setting } from './scenes.ts'

/** A text somebody tells through a channel, at a setting. */
export type Telling = { readonly text: string; readonly channel: Channel; readonly kind: Kind | undefined; readonly setting: Setting }

const offByM = 0.000_4

/** What this channel knows of the place: a scanned code the building, a push its coordinates, a telephone only words. */
const placeOf = ({ channel, setting }: Telling, chance: Chance): Pick<IncomingReport, 'placeText' | 'point' | 'building'> => {
  const { point, building, words } = setting
  const near = [point[0] + chance.between(-offByM, offByM), point[1] + chance.between(-offByM, offByM)] as const
  switch (channel) {
    case 'citizen':
      return { placeText: words, point: null, building }
    case 'camera':
      return { placeText: words, point, building: null }
    case 'grid':
      return { placeText: '', point: near, building: null }
    case '110':
      return { placeText: words, point: chance.happens(0.6) ? near : null, building: null }
    case '12345':
      return { placeText: words, point: null, building: null }
    case 'operator':
      return { placeText: chance.happens(0.8) ? words : '', point: null, building: null }
  }
}

/** One report as its channel would bring it. */
export const tellReport = (telling: Telling, chance: Chance, count: string): IncomingReport => {
  const { channel, kind, setting, text } = telling
  const isAnonymous = channel === 'camera' || chance.happens(0.08)
  const caller = isAnonymous ? { name: null, phone: null } : { name: callerName(chance), phone: callerPhone(chance) }
  const isFromSystem = channel === '110' || channel === '12345'
  // The other room's operator often leaves the code out, or to be corrected later.
  const saysCode = channel === '110' && kind !== undefined && kind.cn110Codes.length > 0 && chance.happens(0.5)
  return {
    channel,
    outsideId: isFromSystem ? `YL${count}` : null,
    saidAt: null,
    text: fillSlots(text, setting.slots),
    caller,
    ...placeOf(telling, chance),
    code110: saysCode ? (kind.cn110Codes[0] ?? null) : null,
    photos: [],
  }
}

/** In whose name a report of this channel is kept. */
export const broughtBy = (report: IncomingReport, seat: Actor): Actor => {
  if (report.channel === 'citizen') return { kind: 'citizen', building: report.building }
  return report.channel === 'operator' ? seat : { kind: 'channel', channel: report.channel }
}
