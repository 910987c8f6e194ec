import { CommandId } from '../../../shared/domain/ids.ts'
import type { NewEvent } from '../journal.ts'

/** An event that means nothing, to fill a journal with. */
export type Happened = { readonly type: 'happened'; readonly what: unknown }

/** About E-1 unless told otherwise; `command` is lengthened to a lawful id. */
export const happened = (command: string, what: unknown = command, subject: string | null = 'E-1'): NewEvent<Happened> => ({
  at: 1_700_000_000_000,
  by: { kind: 'clock' },
  origin: 'test',
  commandId: CommandId.parse(`command-${command}`),
  subject,
  event: { type: 'happened', what },
})
