import { Alert } from 'antd'
import { useWords } from '../ui/words.ts'
import { beginWords } from './words.ts'

/** Says that the room's windows did not come, and what to press. */
export const EnterTrouble = ({ trouble }: { readonly trouble: 'cannot-enter' | 'still-here' | null }) => {
  const t = useWords(beginWords)
  switch (trouble) {
    case 'cannot-enter':
      return <Alert type="error" showIcon role="alert" title={t('cannotEnter')} description={t('cannotEnterHint')} />
    case 'still-here':
      return <Alert type="info" showIcon role="status" title={t('stillHere')} />
    case null:
      return null
  }
}
