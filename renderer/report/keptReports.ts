import { z } from 'zod'
import type { CitizenReceipt } from '../../shared/contracts/citizen.ts'
import { Note } from '../../shared/contracts/note.ts'
import { randomId } from '../ui/randomId.ts'

/** Reports sent from this phone, newest first; the token is all that is needed to follow one. `notes`: what was left out of it. */
const Kept = z
  .array(
    z.object({
      follow: z.string().min(1).max(400),
      at: z.number(),
      text: z.string().max(60),
      notes: z.array(Note).readonly().default([]),
    }),
  )
  .max(20)
export type KeptReport = z.infer<typeof Kept>[number]

const Draft = z.object({ id: z.string(), text: z.string(), phone: z.string(), chosen: z.array(z.string()) })
export type Draft = z.infer<typeof Draft>

const read = <T>(key: string, schema: z.ZodType<T>): T | null => {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return null
  }
}

/** A phone in private mode may refuse to keep anything; the page works without. */
const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
}

export const keptReports = {
  all: (): readonly KeptReport[] => read('xiaonao.reports', Kept) ?? [],
  add: ({ follow, notes }: CitizenReceipt, text: string): void => {
    const report: KeptReport = { follow, at: Date.now(), text: text.slice(0, 60), notes }
    write('xiaonao.reports', [report, ...keptReports.all().filter((one) => one.follow !== follow)].slice(0, 20))
  },
  notesOn: (follow: string): readonly Note[] => keptReports.all().find((one) => one.follow === follow)?.notes ?? [],
  /** What was being written for this building; its id stays until it was sent, so that sending again is not reporting twice. */
  draft: (building: string): Draft => read(`xiaonao.draft.${building}`, Draft) ?? { id: randomId(crypto), text: '', phone: '', chosen: [] },
  keepDraft: (building: string, draft: Draft): void => write(`xiaonao.draft.${building}`, draft),
  dropDraft: (building: string): void => {
    try {
      localStorage.removeItem(`xiaonao.draft.${building}`)
    } catch {
      return
    }
  },
}
