import { z } from 'zod'

/** Something that did not stop what was sent, but that its sender should know: a sentence in both languages. */
export const Note = z.object({ zh: z.string(), en: z.string() })
export type Note = z.infer<typeof Note>
