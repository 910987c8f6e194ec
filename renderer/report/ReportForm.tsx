import { useEffect, useId, useState, type FormEvent } from 'react'
import type { BuildingCode, CitizenBuilding } from '../../shared/contracts/citizen.ts'
import { followHash } from './address.ts'
import type { CitizenApi } from './citizenApi.ts'
import { keptReports } from './keptReports.ts'
import { keptPhotos, PhotoPicker, type Picked } from './PhotoPicker.tsx'
import { reportText } from './reportText.ts'
import { words, type Language } from './words.ts'

type Props = { readonly api: CitizenApi; readonly code: BuildingCode; readonly place: CitizenBuilding; readonly language: Language }

const toggled = (chosen: readonly string[], one: string): string[] =>
  chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]

/** What is wrong, a photo, a number to call back: nothing but the first must be filled in. */
export const ReportForm = ({ api, code, place, language }: Props) => {
  const ids = { text: useId(), phone: useId(), hint: useId(), common: useId() }
  const [draft, setDraft] = useState(() => keptReports.draft(code.building))
  const [photos, setPhotos] = useState<readonly Picked[]>([])
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isUploading = photos.some((one) => one.state === 'sending')

  useEffect(() => keptReports.keepDraft(code.building, draft), [code.building, draft])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const text = reportText(draft.chosen, draft.text)
    if (text === '') return setProblem(words.say[language])
    setSending(true)
    setProblem(null)
    const phone = draft.phone.trim() === '' ? null : draft.phone.trim()
    const reply = await api.report({ ...code, id: draft.id, text, phone, photos: keptPhotos(photos) })
    setSending(false)
    if (!reply.ok) return setProblem(reply.why === 'offline' ? words.offline[language] : reply.says[language])
    keptReports.add(reply.value, text)
    keptReports.dropDraft(code.building)
    location.hash = followHash(reply.value.follow)
    return undefined
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <section className="card place">
        <p className="label">{words.here[language]}</p>
        <p className="where">{place.name}</p>
        <p className="dim">
          {language === 'zh' ? place.townName : place.townNameEn} · {place.address}
        </p>
      </section>

      <section className="card">
        <h2>
          <label htmlFor={ids.text}>{words.what[language]}</label>
        </h2>
        <textarea
          id={ids.text}
          rows={5}
          maxLength={3_800}
          placeholder={words.detailsHint[language]}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        />
        {place.choices.length > 0 && (
          <div className="choices" role="group" aria-labelledby={ids.common}>
            <p id={ids.common} className="label">
              {words.common[language]}
            </p>
            {place.choices.map((choice) => (
              <button
                key={choice.zh}
                type="button"
                className="choice"
                aria-pressed={draft.chosen.includes(choice.zh)}
                onClick={() => setDraft({ ...draft, chosen: toggled(draft.chosen, choice.zh) })}
              >
                {choice[language]}
              </button>
            ))}
          </div>
        )}
        <PhotoPicker api={api} code={code} photos={photos} onChange={setPhotos} language={language} />
        <label htmlFor={ids.phone}>{words.phone[language]}</label>
        <input
          id={ids.phone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={24}
          aria-describedby={ids.hint}
          value={draft.phone}
          onChange={(event) => setDraft({ ...draft, phone: event.target.value })}
        />
        <p id={ids.hint} className="dim">
          {words.phoneHint[language]}
        </p>
      </section>

      <div className="bottom">
        <p className="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="main" disabled={isSending || isUploading}>
          {(isUploading ? words.uploading : isSending ? words.sending : words.send)[language]}
        </button>
      </div>
    </form>
  )
}
