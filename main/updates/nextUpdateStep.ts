import type { UpdateState } from '../../shared/contracts/update.ts'

/** As pages are told, and besides: an installer is at work, which ends with the program or comes back without it. */
export type UpdateStand = UpdateState | { readonly state: 'installing'; readonly version: string }

export type UpdateWhyNot = Extract<UpdateState, { readonly state: 'refused' }>['why']

export type UpdateEvent =
  /** By a person, or because it is time again. */
  | { readonly is: 'look-asked' }
  | { readonly is: 'nothing-newer'; readonly at: number }
  /** What the room offers is signed and newer. */
  | { readonly is: 'newer-found'; readonly version: string }
  | { readonly is: 'part-loaded'; readonly share: number }
  /** It lies on this disk, and is to the last bit what was signed. */
  | { readonly is: 'loaded'; readonly openAlarms: number }
  | { readonly is: 'failed'; readonly why: UpdateWhyNot }
  | { readonly is: 'alarms-are'; readonly openAlarms: number }
  /** By a person at this desk. */
  | { readonly is: 'install-asked'; readonly openAlarms: number }
  /** The program ends. `asksNobody`: installing needs no one's rights, so it may be done while people are leaving. */
  | { readonly is: 'quitting'; readonly openAlarms: number; readonly asksNobody: boolean }
  /** The installer came back and this program still runs. */
  | { readonly is: 'not-installed'; readonly openAlarms: number }

export type UpdateAct = 'nothing' | 'look' | 'load' | 'install'

export type UpdateStep = { readonly stand: UpdateStand; readonly act: UpdateAct }

const waiting = (version: string, openAlarms: number): UpdateStand => ({
  state: 'staged',
  version,
  waitsFor: openAlarms > 0 ? 'alarms' : 'person',
})

const onlyLoaded = (stand: UpdateStand, event: UpdateEvent): UpdateStep | null => {
  if (stand.state === 'loading' && event.is === 'part-loaded')
    return { stand: { ...stand, share: Math.min(1, Math.max(stand.share, event.share)) }, act: 'nothing' }
  if (stand.state === 'loading' && event.is === 'loaded') return { stand: waiting(stand.version, event.openAlarms), act: 'nothing' }
  if (stand.state === 'installing' && event.is === 'not-installed')
    return { stand: waiting(stand.version, event.openAlarms), act: 'nothing' }
  return null
}

const lookedAt = (stand: UpdateStand, event: UpdateEvent): UpdateStep | null => {
  if (event.is === 'newer-found' && (stand.state === 'looking' || (stand.state === 'staged' && stand.version !== event.version)))
    return { stand: { state: 'loading', version: event.version, share: 0 }, act: 'load' }
  if (stand.state === 'looking' && event.is === 'nothing-newer') return { stand: { state: 'current', lookedAt: event.at }, act: 'nothing' }
  if ((stand.state === 'looking' || stand.state === 'loading' || stand.state === 'installing') && event.is === 'failed')
    return { stand: { state: 'refused', why: event.why }, act: 'nothing' }
  return null
}

const asked = (stand: UpdateStand, event: UpdateEvent): UpdateStep | null => {
  if (event.is === 'look-asked') {
    if (stand.state === 'current' || stand.state === 'refused') return { stand: { state: 'looking' }, act: 'look' }
    // What is staged stays so while it is looked whether there is one newer still.
    return stand.state === 'staged' ? { stand, act: 'look' } : null
  }
  if (stand.state !== 'staged') return null
  if (event.is === 'alarms-are') return { stand: waiting(stand.version, event.openAlarms), act: 'nothing' }
  const isTime = event.is === 'install-asked' || (event.is === 'quitting' && event.asksNobody)
  if (isTime && event.openAlarms === 0) return { stand: { state: 'installing', version: stand.version }, act: 'install' }
  return isTime ? { stand: waiting(stand.version, event.openAlarms), act: 'nothing' } : null
}

/**
 * Where the program stands with its next version after something happened, and what is to be done now. Looking and loading go
 * by themselves; installing never does: a person says so, or the program ends anyway, and in neither case while alarms stand open.
 */
export const nextUpdateStep = (stand: UpdateStand, event: UpdateEvent): UpdateStep =>
  (stand.state === 'off' ? null : (onlyLoaded(stand, event) ?? lookedAt(stand, event) ?? asked(stand, event))) ?? { stand, act: 'nothing' }

/** As pages are told. */
export const shownUpdate = (stand: UpdateStand): UpdateState =>
  stand.state === 'installing' ? { state: 'staged', version: stand.version, waitsFor: 'person' } : stand
