import type { IncomingReport } from '../../../shared/domain/command.ts'
import { BuildingId, IncidentId, PhotoId, ReportId, TownId, type CommandId } from '../../../shared/domain/ids.ts'
import type { Channel } from '../../../shared/domain/actor.ts'
import type { Rejects } from '../rejects.ts'
import type { IntakeNeeds } from '../intakeRoutes.ts'
import type { BringAnswer } from '../takeForm.ts'

export const siji = TownId.parse('siji')

/** 2026-11-22 09:32 in China. */
export const roomNow = Date.UTC(2026, 10, 22, 1, 32)

export const tokenOf = (channel: Channel): string => `token-of-${channel}`

/** Another system of the same channel. */
export const otherTokenOf = (channel: Channel): string => `other-token-of-${channel}`

const channels: readonly Channel[] = ['110', '12345', 'operator', 'citizen', 'camera', 'grid']

export const onePhoto = PhotoId.parse('ab'.repeat(32))

/** One that this room does not keep. */
export const strangePhoto = PhotoId.parse('cd'.repeat(32))

/** A room behind the door: numbers incidents, knows a command id it has seen, and can be told to fail. */
export const doorRoom = (rejects: Rejects) => {
  const known = new Map<CommandId, BringAnswer & { ok: true }>()
  const brought: IncomingReport[] = []
  const troubles: unknown[] = []
  let next: BringAnswer | 'as usual' | 'throws' = 'as usual'
  const bring = async (_town: TownId, report: IncomingReport, how: { id: CommandId }): Promise<BringAnswer> => {
    if (next === 'throws') throw new Error('the disk is on fire')
    if (next !== 'as usual') return next
    const before = known.get(how.id)
    if (before) return { ...before, isNew: false }
    brought.push(report)
    const n = known.size + 1
    const answer = {
      ok: true,
      incident: IncidentId.parse(`E-${1000 + n}`),
      report: ReportId.parse(`R-${n}`),
      receivedAt: roomNow,
      position: n,
      isNew: true,
    } as const
    known.set(how.id, answer)
    return answer
  }
  const needs: IntakeNeeds = {
    channelOf: async (token) => {
      const channel = channels.find((one) => tokenOf(one) === token || otherTokenOf(one) === token)
      return channel ? { channel, town: siji, name: token === tokenOf(channel) ? '测试系统' : '另一系统' } : null
    },
    bring,
    keepPhoto: async (bytes) => (bytes.byteLength > 10 ? { ok: true, photo: onePhoto } : { ok: false, reason: 'not-a-picture' }),
    hasPhoto: async (photo) => photo === onePhoto,
    verifyBuilding: (building, signature) =>
      building === 'B12' && signature === 'good-signature'
        ? { town: siji, building: BuildingId.parse('B12'), name: '太和广场3幢', address: '钱江路58号', point: [120.2, 30.25] }
        : null,
    rejects,
    now: () => roomNow,
    onTrouble: (error) => void troubles.push(error),
  }
  return { needs, brought, troubles, answerNext: (answer: typeof next) => void (next = answer) }
}
