import type { Assessment } from '../../../../shared/domain/incident/report.ts'
import type { Judged } from '../scores.ts'

const assessment: Assessment = {
  kind: 'C01',
  nature: 'civil',
  urgency: 'normal',
  policeNeeded: false,
  critical: false,
  confidence: 0.9,
  alternatives: [],
  marks: [],
  reasons: [],
}

/** A text that the brain was right about, but for what is said otherwise. */
export const judged = ({ seen, ...row }: Partial<Omit<Judged, 'seen'>> & { readonly seen?: Partial<Assessment> } = {}): Judged => ({
  id: 'a1',
  text: '钱包掉了',
  kinds: ['C01'],
  policeNeeded: false,
  critical: false,
  force: 'grid',
  seenForce: 'grid',
  ...row,
  seen: { ...assessment, ...seen },
})
