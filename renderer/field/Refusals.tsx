import { clockTime } from '../ui/townTime.ts'
import { refusalText } from '../ui/refusalText.ts'
import { useIsChinese, useWords } from '../ui/words.ts'
import type { SentId } from '../../shared/domain/ids.ts'
import type { Refused } from './phoneStore.ts'
import { isDomainRefusal } from './quickPhrases.ts'
import { fieldWords } from './words.ts'

type Props = {
  readonly refused: readonly Refused[]
  readonly toServer: (at: number) => number
  readonly onDismiss: (id: SentId) => void
}

/** What the room did not accept, and why, until it has been read. */
export const Refusals = ({ refused, toServer, onDismiss }: Props) => {
  const say = useWords(fieldWords)
  const isChinese = useIsChinese()
  const whatOf = (what: string) =>
    (fieldWords.keys as readonly string[]).includes(`what.${what}`) ? say(`what.${what}` as 'what.photo') : what
  return refused.map(({ id, at, what, why }) => (
    <section key={id} className="notice refused" role="alert">
      <p>
        <strong>
          ✕ {say('refused.title')}
          {say('colon')}
          {whatOf(what)}
        </strong>{' '}
        {clockTime(toServer(at))}
      </p>
      <p>{isDomainRefusal(why) ? refusalText(why) : isChinese ? why.zh : why.en}</p>
      <button type="button" className="button second" onClick={() => onDismiss(id)}>
        {say('understood')}
      </button>
    </section>
  ))
}
