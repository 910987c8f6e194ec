import type { CitizenView } from '../../shared/contracts/citizen.ts'
import { stepWords, timeText, words, type Language } from './words.ts'

/** What happened, newest last; the last one is where things stand. */
export const Timeline = ({ view, language }: { readonly view: CitizenView; readonly language: Language }) => (
  <section className="card">
    <h2>{words.steps[language]}</h2>
    <ol className="timeline">
      {view.steps.map(({ step, at }, i) => (
        <li key={step} aria-current={i === view.steps.length - 1 ? 'step' : undefined}>
          <time dateTime={new Date(at).toISOString()}>{timeText(at, view.now)}</time>
          <span>{stepWords[step].name[language]}</span>
        </li>
      ))}
    </ol>
  </section>
)
