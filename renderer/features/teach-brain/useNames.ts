import { shippedNumber } from '../../../shared/contracts/teaching.ts'
import { useWords } from '../../ui/words.ts'
import { teachWords } from './words.ts'

/** What a model is called on the page. */
export const useNames = () => {
  const t = useWords(teachWords)
  return (number: number): string => (number === shippedNumber ? t('shipped') : t('model', { number }))
}
