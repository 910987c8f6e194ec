import type { FieldOutbox, FieldReport } from '../../../shared/contracts/field.ts'
import type { Note } from '../../../shared/contracts/note.ts'
import { PhotoId, type SentId } from '../../../shared/domain/ids.ts'
import type { Answer } from '../../../shared/domain/refusal.ts'
import type { FieldApi, Told } from '../fieldApi.ts'
import { aFieldView } from './aFieldView.ts'

const later = { ok: false, why: 'later' } as const

/** A command room at the other end of a network that can be cut, and that may lose an answer after doing what was asked. */
export const aRoom = () => {
  const done = new Map<SentId, Answer>()
  const order: string[] = []
  const photos: Uint8Array[] = []
  const reports: FieldReport[] = []
  const outboxes: FieldOutbox[] = []
  const refusals = new Map<SentId, Answer>()
  let network: 'up' | 'down' | 'answers-get-lost' | 'dead' = 'up'
  let view = aFieldView()
  let photoProblem = false
  let notes: readonly Note[] = []

  const through = <T>(act: () => Told<T>): Promise<Told<T>> => {
    if (network === 'down') return Promise.resolve(later)
    if (network === 'dead') return Promise.resolve({ ok: false, why: 'dead' })
    const told = act()
    return Promise.resolve(network === 'answers-get-lost' ? later : told)
  }

  const answerTo = ({ id, command }: FieldOutbox['items'][number]): Answer => {
    const known = done.get(id) ?? refusals.get(id)
    if (known) return known
    const answer: Answer = { ok: true, position: done.size + 1 }
    done.set(id, answer)
    order.push(command.type)
    return answer
  }

  const api: FieldApi = {
    me: () => through(() => ({ ok: true, value: view })),
    do: (outbox) =>
      through(() => {
        outboxes.push(outbox)
        if (outbox.items.some((item) => item.id.startsWith('bad')))
          return { ok: false, why: 'no', error: { zh: '格式不对', en: 'malformed' } }
        return { ok: true, value: { answers: outbox.items.map((item) => ({ id: item.id, answer: answerTo(item) })), view } }
      }),
    positions: () => through(() => ({ ok: true, value: { now: view.now } })),
    keepPhoto: (bytes) =>
      through(() => {
        if (photoProblem) return { ok: false, why: 'no', error: { zh: '不是照片', en: 'not a picture' } }
        photos.push(bytes)
        order.push('photo')
        return { ok: true, value: { photo: PhotoId.parse(String(bytes[0] ?? 0).padStart(64, 'a')), point: null, takenAt: null } }
      }),
    report: (report) =>
      through(() => {
        reports.push(report)
        return { ok: true, value: { incident: view.tasks[0]!.incident, notes } }
      }),
    phone: () => through(() => ({ ok: true, value: { phone: '13812345678' } })),
    thumb: () => through(() => ({ ok: true, value: new Blob() })),
  }
  return {
    api,
    order,
    photos,
    reports,
    outboxes,
    refuse: (id: SentId, answer: Answer) => void refusals.set(id, answer),
    accept: (id: SentId) => void refusals.delete(id),
    network: (state: typeof network) => void (network = state),
    noteOnReports: (told: readonly Note[]) => void (notes = told),
    failPhotos: () => void (photoProblem = true),
    setView: (next: typeof view) => void (view = next),
  }
}
