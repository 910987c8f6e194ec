import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { UpdateState } from '../../shared/contracts/update.ts'
import { install, type InstallNeeds } from './install.ts'
import { asksNobody, type Installation } from './installation.ts'
import { lookForUpdate } from './lookForUpdate.ts'
import { nextUpdateStep, shownUpdate, type UpdateEvent, type UpdateStand } from './nextUpdateStep.ts'
import type { ReleaseFile } from './release.ts'
import type { UpdateSource } from './source.ts'
import { isAsSigned, stageFile } from './stageFile.ts'

export type UpdateNeeds = {
  /** Null: not installed from a package, or built without a room's key; then there are no updates, ever. */
  readonly signedFor: { readonly installation: Installation; readonly key: KeyObject } | null
  /** Asked anew each time, since the room may have changed; null: there is no place to look. */
  readonly source: () => UpdateSource | null
  readonly version: string
  /** Where what is loaded lies until it is installed. */
  readonly folder: string
  readonly installer: Omit<InstallNeeds, 'kind'>
  readonly openAlarms: () => number
  readonly now: () => number
  readonly changed: (state: UpdateState) => void
  /** The new version is in place, or its installer waits for this program to end. */
  readonly leave: (how: 'begun' | 'done') => void
  readonly say: (what: string, facts: Readonly<Record<string, unknown>>) => void
}

/** Keeps the program's next version: looks, loads, waits and, when a person says so, installs. What to do is decided in `nextUpdateStep`. */
export const updates = ({ signedFor, source, version, folder, installer, openAlarms, now, changed, leave, say }: UpdateNeeds) => {
  let stand: UpdateStand = signedFor === null ? { state: 'off' } : { state: 'current', lookedAt: 0 }
  let wanted: ReleaseFile | null = null

  const happened = async (event: UpdateEvent): Promise<void> => {
    const before = stand
    const step = nextUpdateStep(stand, event)
    stand = step.stand
    if (before.state !== stand.state) say('update', { is: stand.state, ...('why' in stand && { why: stand.why }) })
    if (before !== stand) changed(shownUpdate(stand))
    if (step.act === 'look') await look()
    if (step.act === 'load') await load()
    if (step.act === 'install') await installNow()
  }

  const look = async (): Promise<void> => {
    const from = source()
    if (!signedFor || !from) return happened({ is: 'nothing-newer', at: now() })
    const seen = await lookForUpdate({ source: from, version, ...signedFor })
    if (seen.found === 'refused') return happened({ is: 'failed', why: seen.why })
    if (seen.found === 'nothing') return happened({ is: 'nothing-newer', at: now() })
    // Of a version that lies staged already, the list that it was staged by goes on holding.
    if (stand.state === 'looking' || (stand.state === 'staged' && stand.version !== seen.version)) wanted = seen.file
    return happened({ is: 'newer-found', version: seen.version })
  }

  const load = async (): Promise<void> => {
    const from = source()
    if (!from || !wanted) return happened({ is: 'failed', why: 'unreachable' })
    let told = 0
    const staged = await stageFile(from, wanted, folder, (share) => {
      if (share - told < 0.01) return
      told = share
      void happened({ is: 'part-loaded', share })
    })
    return happened(staged.ok ? { is: 'loaded', openAlarms: openAlarms() } : { is: 'failed', why: staged.why })
  }

  const installNow = async (): Promise<void> => {
    const path = join(folder, wanted?.url ?? '')
    if (!signedFor || !wanted || !(await isAsSigned(path, wanted))) return happened({ is: 'failed', why: 'bad-file' })
    // Reading a hundred megabytes takes a moment, in which somebody may have called.
    const ended = openAlarms() > 0 ? 'not-installed' : await install(path, { ...installer, kind: signedFor.installation.kind })
    say('update installed', { ended })
    if (ended === 'begun' || ended === 'done') return leave(ended)
    return happened({ is: 'not-installed', openAlarms: openAlarms() })
  }

  return {
    see: (): UpdateState => shownUpdate(stand),
    /** Resolves when it is known how it went; what happens meanwhile is told by `changed`. */
    look: () => happened({ is: 'look-asked' }),
    install: () => happened({ is: 'install-asked', openAlarms: openAlarms() }),
    alarmsChanged: () => happened({ is: 'alarms-are', openAlarms: openAlarms() }),
    /** True when something is to be done before the program has ended. */
    isDueAtQuit: (): boolean =>
      stand.state === 'staged' && openAlarms() === 0 && signedFor !== null && asksNobody(signedFor.installation.kind),
    quitting: () =>
      happened({ is: 'quitting', openAlarms: openAlarms(), asksNobody: signedFor !== null && asksNobody(signedFor.installation.kind) }),
  }
}

export type Updates = ReturnType<typeof updates>
