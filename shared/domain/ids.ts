import { z } from 'zod'

/** Names of things, branded so that a unit's name cannot stand where an incident's is asked for. */
const name = (pattern: RegExp) => z.string().regex(pattern)

/** A street or town, for example `siji`. */
export const TownId = name(/^[a-z][a-z0-9-]{1,31}$/).brand('TownId')
export type TownId = z.infer<typeof TownId>

/** What operators say on the phone: `E-1042`. Counted per town, never used twice. */
export const IncidentId = name(/^E-[1-9][0-9]{0,9}$/).brand('IncidentId')
export type IncidentId = z.infer<typeof IncidentId>

/** One report that came in; `R-` and a number, counted per town. */
export const ReportId = name(/^R-[1-9][0-9]{0,9}$/).brand('ReportId')
export type ReportId = z.infer<typeof ReportId>

/** A person or crew who can be sent: `W12`. */
export const UnitId = name(/^[A-Z]{1,3}[0-9]{1,5}$/).brand('UnitId')
export type UnitId = z.infer<typeof UnitId>

/** One unit on one incident: `E-1042/3`, the third assignment of that incident. */
export const AssignmentId = name(/^E-[1-9][0-9]{0,9}\/[1-9][0-9]{0,3}$/).brand('AssignmentId')
export type AssignmentId = z.infer<typeof AssignmentId>

/** An alarm of the clock or of a unit: what it is about, and which limit or call. */
export const AlarmId = z.string().min(3).max(80).brand('AlarmId')
export type AlarmId = z.infer<typeof AlarmId>

/** A person with an account. */
export const AccountId = name(/^[A-Za-z0-9_.-]{2,40}$/).brand('AccountId')
export type AccountId = z.infer<typeof AccountId>

export const CommunityId = name(/^[A-Za-z0-9-]{1,32}$/).brand('CommunityId')
export type CommunityId = z.infer<typeof CommunityId>

export const GridId = name(/^[A-Za-z0-9-]{1,32}$/).brand('GridId')
export type GridId = z.infer<typeof GridId>

export const BuildingId = name(/^[A-Za-z0-9-]{1,32}$/).brand('BuildingId')
export type BuildingId = z.infer<typeof BuildingId>

/** Made by the asker, so that a command sent twice is done once. Only within one asker: see `commandIdOf`. */
export const SentId = name(/^[A-Za-z0-9_:.-]{8,80}$/).brand('SentId')
export type SentId = z.infer<typeof SentId>

/** A sent id with its sender's name before it (`commandIdOf`), as the desk and the journal know it. */
export const CommandId = name(/^[A-Za-z0-9_:.-]{8,160}$/).brand('CommandId')
export type CommandId = z.infer<typeof CommandId>

/** 大屏: one wall of a town; counted per town, never used twice, so that an old pass opens no new wall. */
export const WallId = name(/^wall-[1-9][0-9]{0,5}$/).brand('WallId')
export type WallId = z.infer<typeof WallId>

/** A kept photo: the hash of its bytes, so that the same picture is kept once. */
export const PhotoId = name(/^[a-f0-9]{64}$/).brand('PhotoId')
export type PhotoId = z.infer<typeof PhotoId>
