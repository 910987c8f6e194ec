import type { Channel } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'

/** Words alone: nothing is known of who says them, or from where. */
export const bareReport = (text: string, channel: Channel, code110: string | null = null): IncomingReport => ({
  channel,
  text,
  code110,
  outsideId: null,
  saidAt: null,
  caller: { name: null, phone: null },
  placeText: '',
  point: null,
  building: null,
  photos: [],
})
