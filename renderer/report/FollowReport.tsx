import type { CitizenView } from '../../shared/contracts/citizen.ts'
import type { CitizenApi } from './citizenApi.ts'
import { KeepLink } from './KeepLink.tsx'
import { keptReports } from './keptReports.ts'
import { Notice } from './Notice.tsx'
import { RateHandling } from './RateHandling.tsx'
import { Timeline } from './Timeline.tsx'
import { useFollow } from './useFollow.ts'
import { handedWords, nextWords, stepWords, timeText, words, type Language } from './words.ts'

type Props = { readonly api: CitizenApi; readonly token: string; readonly language: Language; readonly canReportMore: boolean }

const NextStep = ({ view, language }: { readonly view: CitizenView; readonly language: Language }) => {
  if (!view.next) return null
  const { step, by, isLate } = view.next
  return (
    <p className={isLate ? 'next late' : 'next'}>
      <span className="label">{words.next[language]}</span> <strong>{nextWords[step][language]}</strong>
      <br />
      {isLate && words.late[language]}
      {!isLate && by !== null && `${words.by[language]} ${timeText(by, view.now)}`}
      {!isLate && by === null && words.noPromise[language]}
    </p>
  )
}

/** 跟踪: what happened, what comes next and when, in plain words. */
export const FollowReport = ({ api, token, language, canReportMore }: Props) => {
  const { view, isCut, refused, ask } = useFollow(api, token)
  if (refused) return <Notice title={words.badLink[language]} text={words.badLinkWhat[language]} />
  if (!view && isCut) {
    return (
      <Notice title={words.offlineOpen[language]} text={words.offlineWhat[language]}>
        <button type="button" onClick={() => void ask()}>
          {words.retry[language]}
        </button>
      </Notice>
    )
  }
  if (!view)
    return (
      <p className="card waiting" role="status">
        {words.loading[language]}
      </p>
    )
  const { step, handedTo, outcome, isShared, now } = view
  return (
    <>
      {isCut && (
        <p className="cut" role="status">
          {words.cut[language]} {timeText(now, now)}
        </p>
      )}
      <section className={`card state ${step}`} aria-live="polite">
        <h2>{stepWords[step].name[language]}</h2>
        <p>{handedTo ? handedWords[handedTo][language] : stepWords[step].says[language]}</p>
        {outcome !== null && (
          <p>
            <span className="label">{words.outcome[language]}</span> {outcome}
          </p>
        )}
        <NextStep view={view} language={language} />
        {isShared && <p className="dim">{words.shared[language]}</p>}
        {keptReports.notesOn(token).map((note) => (
          <p key={note.zh}>{note[language]}</p>
        ))}
        <p className="dim">
          {words.updated[language]} {timeText(now, now)}
        </p>
      </section>
      {(view.canRate || view.rating) && (
        <RateHandling api={api} token={token} rating={view.rating} onRated={() => void ask()} language={language} />
      )}
      <Timeline view={view} language={language} />
      <section className="card">
        <h2>{words.yourWords[language]}</h2>
        {view.place !== '' && <p className="dim">{view.place}</p>}
        <p className="said">{view.text}</p>
      </section>
      <KeepLink language={language} />
      {canReportMore && (
        <p className="another">
          <a href="#">{words.another[language]}</a>
        </p>
      )}
    </>
  )
}
