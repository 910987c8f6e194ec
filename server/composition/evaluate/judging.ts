import type { Channel } from '../../../shared/domain/actor.ts'
import type { Assessment } from '../../../shared/domain/incident/report.ts'
import { defaultThresholds } from '../../../shared/domain/room/thresholds.ts'
import { kindByCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { bareReport } from '../bareReport.ts'
import { readTownFiles } from '../townFiles.ts'
import { understanding } from '../understanding.ts'
import type { Judged } from './scores.ts'
import type { Example } from './sets.ts'

/** The brain as it ships, in the example town, asked about words alone. */
export const judging = async (resources: string) => {
  const files = await readTownFiles(resources, null)
  const { taxonomy } = files
  const brain = await understanding(resources, taxonomy, files.town, files)
  const see = (text: string, channel: Channel = 'operator'): Assessment =>
    brain.classify(bareReport(text, channel), { at: null, sureFrom: defaultThresholds.askBelowConfidence })
  const forceOf = (kind: string | undefined) => kindByCode(taxonomy, kind ?? '')?.primaryForce ?? null
  const judge = ({ id, text, kinds, policeNeeded, critical }: Example): Judged => {
    const seen = see(text)
    return { id, text, kinds, policeNeeded, critical, force: forceOf(kinds[0]), seen, seenForce: forceOf(seen.kind) }
  }
  return { brain, see, judge }
}
