import { followHash } from './address.ts'
import type { KeptReport } from './keptReports.ts'
import { timeText, words, type Language } from './words.ts'

type Props = { readonly reports: readonly KeptReport[]; readonly language: Language }

/** What was reported from this phone before. */
export const MyReports = ({ reports, language }: Props) => {
  const newest = reports[0]
  if (!newest) return null
  return (
    <section className="card">
      <h2>{words.mine[language]}</h2>
      <ul className="mine">
        {reports.map(({ follow, at, text }) => (
          <li key={follow}>
            <a href={followHash(follow)}>
              <span>{text}</span>
              <time dateTime={new Date(at).toISOString()}>{timeText(at, newest.at)}</time>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
