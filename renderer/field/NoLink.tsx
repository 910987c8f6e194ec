import { useWords } from '../ui/words.ts'
import { Bottom } from './Bottom.tsx'
import { fieldWords } from './words.ts'

/** Shown to a phone that was never given a link. */
export const NoLink = () => {
  const say = useWords(fieldWords)
  return (
    <main className="page no-link">
      <section className="idle">
        <h1>{say('noLink.title')}</h1>
        <p>{say('noLink.text')}</p>
      </section>
      <Bottom />
    </main>
  )
}
