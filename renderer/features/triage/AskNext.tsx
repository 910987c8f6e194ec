import { useEffect, useState } from 'react'
import type { OpenQuestion } from '../../../shared/contracts/console.ts'
import { isOpen, type Incident } from '../../../shared/domain/incident/incident.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomSelector } from '../../board/store.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { QuestionLine } from './QuestionLine.tsx'
import { triageWords } from './words.ts'

/**
 * What its kind asks for and nobody has said yet, as the room's brain sees it.
 *
 * Questions for another kind are none: until the answer for this one is here, nothing is asked.
 */
const useOpenQuestions = ({ id, kind, reports, end }: Incident): readonly OpenQuestion[] => {
  const { feed } = useRoom()
  const isLive = useRoomSelector((state) => state.link.link.state === 'live')
  const [heard, setHeard] = useState<{ readonly about: string; readonly questions: readonly OpenQuestion[] } | null>(null)
  const about = `${id} ${kind}`
  const isOver = end !== null
  useEffect(() => {
    if (isOver || !isLive) return
    let isOld = false
    feed.ask('incident:questions', { incident: id }).then(
      (questions) => void (isOld || setHeard({ about, questions })),
      // They help and are no part of the matter: without an answer the card stands as it stood.
      () => {},
    )
    return () => {
      isOld = true
    }
  }, [feed, id, about, reports.length, isOver, isLive])
  return heard?.about === about ? heard.questions : []
}

/** 还要问: what to ask while the caller is on the line, in one quiet line. */
export const AskNext = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(triageWords)
  const isChinese = useIsChinese()
  const questions = useOpenQuestions(incident)
  return isOpen(incident) && <QuestionLine title={t('askNext')} questions={questions.map(({ zh, en }) => (isChinese ? zh : en))} />
}
