import { useEffect, useState, useSyncExternalStore } from 'react'
import { readAddress } from './address.ts'
import type { CitizenApi } from './citizenApi.ts'
import { FollowReport } from './FollowReport.tsx'
import { keptReports } from './keptReports.ts'
import { MyReports } from './MyReports.tsx'
import { Notice } from './Notice.tsx'
import { TakeReport } from './TakeReport.tsx'
import { Urgent } from './Urgent.tsx'
import { words, type Language } from './words.ts'

const onAddress = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

const firstLanguage = (): Language => (/[?&]lang=en\b/.test(location.search) ? 'en' : 'zh')

/** 群众页面: reports, or follows a report, by what its address says. */
export const CitizenPage = ({ api }: { readonly api: CitizenApi }) => {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const hash = useSyncExternalStore(onAddress, () => location.hash)
  const { code, follow } = readAddress(location.search, hash)
  const title = (follow === null ? words.title : words.follow)[language]

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = title
  }, [language, title])

  return (
    <div className="page">
      <header>
        <h1>{title}</h1>
        <button
          type="button"
          className="quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {words.language[language]}
        </button>
      </header>
      <main>
        {follow === null && <Urgent language={language} />}
        {follow !== null && <FollowReport key={follow} api={api} token={follow} language={language} canReportMore={code !== null} />}
        {follow === null && code !== null && <TakeReport api={api} code={code} language={language} />}
        {follow === null && code === null && <Notice title={words.badCode[language]} text={words.badCodeWhat[language]} />}
        {follow === null && <MyReports reports={keptReports.all()} language={language} />}
      </main>
    </div>
  )
}
