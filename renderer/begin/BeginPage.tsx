import { useEffect, useRef, useState } from 'react'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { LooksButtons } from '../ui/LooksButtons.tsx'
import { Looks } from '../ui/theme.tsx'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'
import { BeginView } from './BeginView.tsx'
import type { BeginningStore } from './openBeginning.ts'
import { useLooks } from './useLooks.ts'
import { beginWords } from './words.ts'
import './begin.css'
import './begin-certificate.css'
import './begin-room.css'

type Props = { readonly desk: Pick<DeskBridge, 'ask'> | null; readonly beginning: BeginningStore | null; readonly storage: Storage }

const OnlyInDesk = () => {
  const t = useWords(beginWords)
  return (
    <div className="xn-empty">
      <h1>{t('onlyInDesk')}</h1>
      <p>{t('onlyInDeskHint')}</p>
    </div>
  )
}

type TopProps = Pick<ReturnType<typeof useLooks>, 'theme' | 'themeChosen' | 'languageChosen'>

/** After the steps in the order of Tab, though it is drawn above them. */
const Top = ({ theme, themeChosen, languageChosen }: TopProps) => {
  const t = useWords(beginWords)
  const common = useWords(domainWords)
  return (
    <header className="xn-begin-top">
      <strong>{common('product')}</strong>
      <nav aria-label={t('looks')}>
        <LooksButtons theme={theme} onTheme={themeChosen} onLanguage={languageChosen} />
      </nav>
    </header>
  )
}

/** The first page of the desktop: which room this workstation belongs to. */
export const BeginPage = ({ desk, beginning, storage }: Props) => {
  const looks = useLooks(desk, storage)
  const known = useRef(looks.languageKnown)
  const [keepsPass, setKeepsPass] = useState(true)
  useEffect(() => {
    desk?.ask('desk:about', {}).then(
      ({ server, settings }) => {
        known.current(settings.language)
        setKeepsPass(settings.keepsSession)
        if (server !== null) beginning?.send({ kind: 'room-known', server })
      },
      // Not knowing where it stood is standing at the start.
      () => {},
    )
    desk?.ask('room:begun', {}).then(
      ({ begun }) => void (begun?.ok && beginning?.send({ kind: 'accounts-unread', begun })),
      () => {},
    )
  }, [desk, beginning])
  return (
    <Looks theme={looks.theme} language={looks.language}>
      <div className="xn-begin">
        <main className="xn-begin-main">{beginning ? <BeginView beginning={beginning} keepsPass={keepsPass} /> : <OnlyInDesk />}</main>
        <Top {...looks} />
      </div>
    </Looks>
  )
}
