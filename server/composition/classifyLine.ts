import { z } from 'zod'
import { Channel } from '../../shared/domain/actor.ts'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { longestText, type Assessment, type Place } from '../../shared/domain/incident/report.ts'
import { kindByCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'
import { bareReport } from './bareReport.ts'
import { readLine, type LineAnswer } from './readLine.ts'

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

/** What the room would say of one line of input, as one line of output; else what is wrong with it. */
export const classifyLine =
  ({ taxonomy, classify, locate }: Needs) =>
  (line: string): LineAnswer => {
    const read = readLine(Asked, line)
    if (!read.ok) return read
    const { id, text, channel, at, code110 } = read.asked
    const report = bareReport(text, channel, code110)
    const { kind, nature, policeNeeded, critical, confidence, reasons } = classify(report, at ?? null)
    const force = kindByCode(taxonomy, kind)?.primaryForce ?? null
    const address = locate(report).text || null
    return { ok: true, line: JSON.stringify({ id, code: kind, nature, force, policeNeeded, critical, confidence, address, reasons }) }
  }
