import { z } from 'zod'
import { canBeDialled, dialled } from '../../shared/domain/incident/dialled.ts'
import { saying } from './problem.ts'

/**
 * Control characters except tab and line feed; the marks that turn the direction of writing, which can make
 * a text read otherwise than it is; soft hyphens, zero-width spaces and the byte order mark, which split words
 * that a reader sees whole.
 */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** A zero-width joiner that joins no two emoji. */
const idleJoiner = /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/** Which form of the sign before it is meant, with no sign before it. */
const idleVariant = /(?<!\S)[\ufe00-\ufe0f]+/g

/** Half of a character outside the basic plane, without its other half. */
const loneSurrogates = /\p{Surrogate}/gu

/** The text as people wrote it: rare characters and emoji kept, unseen ones taken out, half characters shown as �. */
export const plainWords = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(idleJoiner, '').replace(idleVariant, '').replace(loneSurrogates, '\ufffd').trim()

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

/** A telephone number as it is dialled; null when there is none. At most 24 characters (as `Caller.phone`). */
export const phoneNumber = z
  .string()
  .nullish()
  .transform((phone) => dialled(plainWords(phone ?? '')))
  .pipe(z.string().max(24))
  .refine(canBeDialled, saying('malformed', '电话号码只能含数字', 'may only contain digits'))
  .transform((phone) => (phone === '' ? null : phone))
