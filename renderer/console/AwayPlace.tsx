import { useState } from 'react'
import { useRoom } from '../board/room.tsx'
import { useNames } from '../board/useNames.ts'
import { ComeBack } from '../features/come-back/ComeBack.tsx'
import { HandOverForm } from '../features/hand-over/HandOverForm.tsx'
import { handOverNote } from '../features/hand-over/handOverNote.ts'
import { handOverWords } from '../features/hand-over/words.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'

/** After an absence: what happened, and from there the hand-over, in whichever window the person sits down. */
export const AwayPlace = () => {
  const t = useWords(handOverWords)
  const domain = useWords(domainWords)
  const names = useNames()
  const { store } = useRoom()
  const [draft, setDraft] = useState<string | null>(null)
  const begin = () => {
    const { board } = store.getState()
    if (board) setDraft(handOverNote(board, { t, domain, kind: names.kind }))
  }
  return (
    <>
      <ComeBack onHandOver={begin} />
      {draft !== null && <HandOverForm draft={draft} onClose={() => setDraft(null)} />}
    </>
  )
}
