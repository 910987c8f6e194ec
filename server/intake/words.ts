import { z } from 'zod'
import { saying } from './problem.ts'

/**
 * Control characters except tab and line feed; the marks that turn the direction of writing, which can make
 * a text read otherwise than it is; the byte order mark. The zero-width joiner stays: emoji need it.
 */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Half of a character outside the basic plane, without its other half. */
const loneSurrogates = /\p{Surrogate}/gu

/** The text as people wrote it: rare characters and emoji kept, unseen ones taken out, half characters shown as �. */
export const plainWords = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(loneSurrogates, '\ufffd').trim()

/** A text field that must say something; `max` counts UTF-16 units after cleaning. */
export const words = (max: number) => z.string().transform(plainWords).pipe(z.string().min(1).max(max))

/** A text field that may be missing, null or empty: then ''. */
export const maybeWords = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => plainWords(text ?? ''))
    .pipe(z.string().max(max))

/** The same, but null when nothing was said. */
export const wordsOrNull = (max: number) => maybeWords(max).transform((text) => (text === '' ? null : text))

/** Order numbers of outside systems. A JSON number would lose digits beyond 2^53, so only text is taken. */
export const outsideNumber = words(64).refine(
  (text) => !/\s/.test(text),
  saying('malformed', '编号中不能有空白', 'may not contain white space'),
)

/** A telephone number with its spaces and dashes taken out; null when there is none. At most 24 characters (as `Caller.phone`). */
export const phoneNumber = z
  .string()
  .nullish()
  .transform((phone) => (phone ?? '').replace(/[\s\-()（）]/g, ''))
  .pipe(z.string().max(24))
  .refine((phone) => /^[0-9+*#,]*$/.test(phone), saying('malformed', '电话号码只能含数字', 'may only contain digits'))
  .transform((phone) => (phone === '' ? null : phone))
