import { useCallback, useEffect, useState } from 'react'
import type { BuildingCode, CitizenBuilding } from '../../shared/contracts/citizen.ts'
import type { CitizenApi, Reply } from './citizenApi.ts'
import { Notice } from './Notice.tsx'
import { ReportForm } from './ReportForm.tsx'
import { words, type Language } from './words.ts'

type Props = { readonly api: CitizenApi; readonly code: BuildingCode; readonly language: Language }

/** Asks which building the code belongs to, then offers the form. */
export const TakeReport = ({ api, code: { building, signature }, language }: Props) => {
  const [found, setFound] = useState<Reply<CitizenBuilding> | null>(null)
  const open = useCallback(() => {
    setFound(null)
    void api.building({ building, signature }).then(setFound)
  }, [api, building, signature])

  useEffect(open, [open])

  if (found === null)
    return (
      <p className="card waiting" role="status">
        {words.loading[language]}
      </p>
    )
  if (found.ok) return <ReportForm api={api} code={{ building, signature }} place={found.value} language={language} />
  const isBadCode = found.why === 'refused' && found.status === 403
  if (isBadCode) return <Notice title={words.badCode[language]} text={words.badCodeWhat[language]} />
  return (
    <Notice title={words.offlineOpen[language]} text={found.why === 'refused' ? found.says[language] : words.offlineWhat[language]}>
      <button type="button" onClick={open}>
        {words.retry[language]}
      </button>
    </Notice>
  )
}
