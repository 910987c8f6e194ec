import { useWords } from '../../ui/words.ts'
import { rejectWords } from './words.ts'

/** One fault as the server keeps it: `bjnr: missing`; the field is the sender's own name for it. */
const fault = /^(.+): ([a-z0-9-]+)$/

/** Says why a form was refused in the reader's words; what has no words yet stays as it was kept. */
export const useProblems = (): ((reason: string) => string) => {
  const t = useWords(rejectWords)
  const sayOne = (one: string): string => {
    const [, field = '', problem = ''] = fault.exec(one) ?? []
    const key = rejectWords.keys.find((known) => known === `problem.${problem}`)
    return key ? t('fault', { field: field === '(body)' ? t('wholeForm') : field, problem: t(key) }) : one
  }
  return (reason) => reason.split('; ').map(sayOne).join(t('faultsApart'))
}
