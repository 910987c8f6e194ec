import type { IncomingReport } from '../../../shared/domain/command.ts'
import type { IncidentId } from '../../../shared/domain/ids.ts'
import type { Assessment, Place } from '../../../shared/domain/incident/report.ts'
import { reportBringer } from '../bringReport.ts'
import { aDesk, freshId, town } from './aDesk.ts'

export const report: IncomingReport = {
  channel: '110',
  outsideId: 'D-1',
  saidAt: null,
  text: '楼下吵架',
  caller: { name: null, phone: null },
  placeText: '临江路',
  point: null,
  building: null,
  code110: null,
  photos: [],
}
const calm = { nature: 'civil', urgency: 'low', policeNeeded: false, critical: false, confidence: 0.9 } as const
const assessment: Assessment = { kind: 'C02' as Assessment['kind'], ...calm, alternatives: [], marks: [], reasons: [] }
const deadly: Assessment = { ...assessment, nature: 'police', urgency: 'critical', policeNeeded: true, critical: true }
const place: Place = { text: '临江路', point: null, building: null, grid: null, community: null, source: 'brain' }
const by = { kind: 'channel', channel: '110' } as const

export const bringing = (id = freshId()) => ({ id, by, origin: '110:test', mayBeOld: true })

/** Brings reports to a desk; what the brain says of them is always the same, but for a knife. */
export const aBringer = (room = aDesk()) => {
  const recommended: IncidentId[] = []
  let now = Date.UTC(2026, 2, 2, 1)
  const bring = reportBringer({
    dispatcher: room.desk,
    now: () => now,
    classify: ({ text }) => (text.includes('刀') ? deadly : assessment),
    locate: () => place,
    propose: () => [],
    eventAt: async (position) => (await room.journal.read(town, position - 1, 1))[0],
    onNew: (incident) => recommended.push(incident),
  })
  const setNow = (at: number) => {
    now = at
    room.setNow(at)
  }
  return { ...room, bring, recommended, setNow }
}
