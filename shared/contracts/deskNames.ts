/** What a page may ask of the desktop. The preload lets these names through and no other; what they carry is in `desk.ts`. */
export const deskAsks = [
  'desk:about',
  'desk:set',
  'room:look',
  'room:trust',
  'room:use',
  'room:begin',
  'room:begun',
  'room:enter',
  'room:leave',
  'layout:see',
  'layout:apply',
  'layout:change',
  'layout:export',
  'layout:import',
  'layout:identify',
  'alarms:are',
  'page:print',
  'diagnostics:export',
  'update:see',
  'update:do',
] as const
export type DeskAsk = (typeof deskAsks)[number]

/** What the desktop tells its pages unasked. */
export const deskNews = [
  'desk:changed',
  'session:changed',
  'report:next',
  'incident:show',
  'desk:locked',
  'desk:unlocked',
  'layout:changed',
  'update:changed',
  'window:seen',
] as const
export type DeskNews = (typeof deskNews)[number]
