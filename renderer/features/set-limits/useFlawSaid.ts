import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import type { LimitFlaw } from './flawOf.ts'
import { limitWords } from './words.ts'

/** The words over the field that is meant. */
const fieldKeys: Readonly<Record<string, (typeof limitWords)['keys'][number]>> = {
  id: 'stageId',
  nameZh: 'nameZh',
  nameEn: 'nameEn',
  source: 'source',
  stages: 'stage',
  from: 'from',
  to: 'to',
  limitMs: 'limit',
  warnBeforeMs: 'warn',
  natures: 'natures',
  urgencies: 'urgencies',
  acceptWithinMs: 'accept',
  climbEveryMs: 'climb',
}

/** Says what is wrong with a profile by the words that stand on the page, not by the names inside the program. */
export const useFlawSaid = (): ((profile: SlaProfile, flaw: LimitFlaw) => string) => {
  const t = useWords(limitWords)
  const isChinese = useIsChinese()
  const fieldOf = (path: string): string => {
    const [first = '', number, inStage] = path.split('.')
    const key = fieldKeys[inStage ?? first]
    const field = key ? t(key) : path
    return number === undefined ? field : t('stageField', { number: Number(number) + 1, field })
  }
  return (profile, flaw) => {
    const facts = flaw.flaw === 'malformed' ? { field: fieldOf(flaw.field) } : { ...flaw }
    return t('flawOf', { profile: isChinese ? profile.nameZh : profile.nameEn, flaw: t(`flaw.${flaw.flaw}`, facts) })
  }
}
