import { AlarmId, type AssignmentId, type IncidentId } from '../ids.ts'

/**
 * What each alarm is called: by what it is about, so that whoever knows the matter finds its alarm.
 *
 * Those of assignments are made of an id that was checked, for every step of a million events: not parsed again.
 */
export const acceptAlarmId = (assignment: AssignmentId) => `${assignment}:accept` as AlarmId
export const returnedAlarmId = (assignment: AssignmentId) => `${assignment}:returned` as AlarmId
export const helpAlarmId = (assignment: AssignmentId, askedAt: number) => `${assignment}:help:${askedAt}` as AlarmId
export const limitAlarmId = (incident: IncidentId, stage: string) => AlarmId.parse(`${incident}:limit:${stage}`)
export const whistleAlarmId = (incident: IncidentId, whistledAt: number) => AlarmId.parse(`${incident}:whistle:${whistledAt}`)
