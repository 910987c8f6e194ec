import { z } from 'zod'
import { Channel } from '../actor.ts'
import { Force, KindCode } from '../taxonomy/taxonomy.ts'

/** How it was said: 110 operator's note, caller's words, raw speech recognition, very short message, 12345 work order, grid worker, typed by a citizen. */
export const Style = z.enum(['jjd', 'speech', 'asr', 'note', 'ticket', 'grid', 'qr'])
export type Style = z.infer<typeof Style>

/** The sort of place it happens at, so that a town can choose a fitting building or road. */
export const Scene = z.enum(['residential', 'office', 'market', 'street', 'river', 'metro', 'mall', 'school', 'any'])
export type Scene = z.infer<typeof Scene>

/** Gaps in a text that are filled with names of the town. */
export const Slot = z.enum(['building', 'address', 'road', 'place', 'metro', 'community', 'name', 'shop'])
export type Slot = z.infer<typeof Slot>

const gap = /\{([^{}]*)\}/g
const words = z
  .string()
  .min(3)
  .max(300)
  .refine((text) => namesIn(text).every(isSlot) && !/[{}]/.test(text.replace(gap, '')), 'unknown slot')
const outcomes = z
  .array(
    z
      .string()
      .min(3)
      .max(120)
      .regex(/^[^{}]*$/),
  )
  .min(1)
  .max(3)
  .readonly()

/** One report as the room hears it, labelled by the person who wrote it. */
export const Narrative = z
  .object({
    id: z.string().regex(/^n-[0-9]{4}$/),
    kind: KindCode,
    style: Style,
    channel: Channel,
    text: words,
    /** Police must go or stay as backstop, even where the kind is civil. */
    policeNeeded: z.boolean(),
    /** Life is at risk now. */
    critical: z.boolean(),
    /** 反馈: what a unit reports when it is done; any one of them fits. */
    outcomes,
    scene: Scene,
  })
  .readonly()
export type Narrative = z.infer<typeof Narrative>

/** One matter told by many callers. The same slot means the same place in all its texts. */
export const Storm = z
  .object({
    id: z.string().regex(/^s-[0-9]{2}$/),
    kind: KindCode,
    scene: Scene,
    policeNeeded: z.boolean(),
    critical: z.boolean(),
    texts: z.array(words).min(6).max(15).readonly(),
    outcomes,
  })
  .readonly()
export type Storm = z.infer<typeof Storm>

/** 退单: why a unit of one force says that a matter belongs to another. */
export const ReturnReasons = z.object({ from: Force, to: Force, reasons: z.array(z.string().min(6).max(80)).min(1).readonly() }).readonly()
export type ReturnReasons = z.infer<typeof ReturnReasons>

/** 请求增援: what a unit meets on the scene of one of these kinds, and whom it asks for. */
export const Hurdle = z
  .object({
    force: Force,
    wants: Force,
    count: z.number().int().min(1).max(20),
    kinds: z.array(KindCode).min(1).readonly(),
    reason: z.string().min(6).max(80),
  })
  .readonly()
export type Hurdle = z.infer<typeof Hurdle>

const namesIn = (text: string): readonly string[] => [...text.matchAll(gap)].map((match) => match[1] ?? '')

const isSlot = (name: string): name is Slot => Slot.safeParse(name).success

/** The slots of a text, each once, in order of appearance. */
export const slotsOf = (text: string): readonly Slot[] => [...new Set(namesIn(text).filter(isSlot))]

/** The text with the town's names in its slots. Every slot of the text must have a value: see `slotsOf`. */
export const fillSlots = (text: string, values: Readonly<Partial<Record<Slot, string>>>): string =>
  text.replace(gap, (whole, name: string) => (isSlot(name) ? (values[name] ?? whole) : whole))

/** Lines read, or the first line that is not lawful, counted from 1. */
export type Lines<T> =
  { readonly ok: true; readonly items: readonly T[] } | { readonly ok: false; readonly line: number; readonly problem: string }

/** Reads JSONL, one entry a line; empty lines are skipped. */
export const readLines = <T>(schema: z.ZodType<T>, jsonl: string): Lines<T> => {
  const items: T[] = []
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = schema.safeParse(parseJson(line))
    if (!parsed.success) return { ok: false, line: index + 1, problem: z.prettifyError(parsed.error) }
    items.push(parsed.data)
  }
  return { ok: true, items }
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
