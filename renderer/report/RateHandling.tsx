import { useId, useState, type FormEvent } from 'react'
import type { CitizenView } from '../../shared/contracts/citizen.ts'
import type { CitizenApi } from './citizenApi.ts'
import { words, type Language } from './words.ts'

type Props = {
  readonly api: CitizenApi
  readonly token: string
  readonly rating: CitizenView['rating']
  readonly onRated: () => void
  readonly language: Language
}

const all = [1, 2, 3, 4, 5] as const

/** 评价: one to five stars by radio buttons, which every phone and screen reader knows, drawn as stars. */
export const RateHandling = ({ api, token, rating, onRated, language }: Props) => {
  const ids = { group: useId(), comment: useId() }
  const [stars, setStars] = useState(0)
  const [comment, setComment] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  if (rating) {
    return (
      <section className="card rated" role="status">
        <p className="stars" role="img" aria-label={`${rating.stars} ${words.star[language]}`}>
          {'★'.repeat(rating.stars)}
          {'☆'.repeat(5 - rating.stars)}
        </p>
        <p>{words.thanks[language]}</p>
      </section>
    )
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const reply = await api.rate({ follow: token, stars, comment })
    setSending(false)
    if (!reply.ok) return setProblem(reply.why === 'offline' ? words.offline[language] : reply.says[language])
    onRated()
    return undefined
  }

  return (
    <form className="card" onSubmit={(event) => void send(event)}>
      <fieldset className="stars">
        <legend>{words.rate[language]}</legend>
        {all.map((n) => (
          <label key={n} className={n <= stars ? 'lit' : undefined}>
            <input
              type="radio"
              name={ids.group}
              value={n}
              checked={stars === n}
              onChange={() => setStars(n)}
              aria-label={`${n} ${words.star[language]}`}
            />
            <span aria-hidden="true">{n <= stars ? '★' : '☆'}</span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={ids.comment}>{words.comment[language]}</label>
      <textarea id={ids.comment} rows={2} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
      <p className="problem" role="alert">
        {problem}
      </p>
      <button type="submit" disabled={stars === 0 || isSending}>
        {(isSending ? words.sending : words.sendRating)[language]}
      </button>
    </form>
  )
}
