import { z } from 'zod'
import { Channel } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { longestText, type Assessment, type Place } from '../../shared/domain/incident/report.ts'
import { kindByCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** A text to be judged, as one JSON line. */
const Asked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().max(longestText),
  channel: Channel.default('operator'),
  /** UTC ms, or a time in ISO 8601. */
  at: z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]).optional(),
  code110: z.string().max(12).nullish(),
})

type Needs = {
  readonly taxonomy: Taxonomy
  /** `at`: null when the line does not say when. */
  readonly classify: (report: IncomingReport, at: number | null) => Assessment
  readonly locate: (report: IncomingReport) => Place
}

export type LineAnswer = { readonly ok: true; readonly line: string } | { readonly ok: false; readonly problem: string }

/** Words alone: nothing is known of who says them, or from where. */
const bare = {
  outsideId: null,
  saidAt: null,
  caller: { name: null, phone: null },
  placeText: '',
  point: null,
  building: null,
  photos: [],
} as const satisfies Partial<IncomingReport>

/** What the room would say of one line of input, as one line of output; else what is wrong with it. */
export const classifyLine =
  ({ taxonomy, classify, locate }: Needs) =>
  (line: string): LineAnswer => {
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch (error) {
      return { ok: false, problem: `不是 JSON / not JSON: ${error instanceof Error ? error.message : ''}` }
    }
    const read = Asked.safeParse(json)
    if (!read.success) return { ok: false, problem: z.prettifyError(read.error).replaceAll('\n', ' ') }
    const { id, text, channel, at, code110 } = read.data
    const report: IncomingReport = { ...bare, channel, text, code110: code110 ?? null }
    const { kind, nature, policeNeeded, critical, confidence, reasons } = classify(report, at ?? null)
    const force = kindByCode(taxonomy, kind)?.primaryForce ?? null
    const address = locate(report).text || null
    return { ok: true, line: JSON.stringify({ id, code: kind, nature, force, policeNeeded, critical, confidence, address, reasons }) }
  }
