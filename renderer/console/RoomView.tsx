import { Button, Result, Spin } from 'antd'
import { useMemo } from 'react'
import { deskWindow, DeskWindowContext, hasCard } from '../board/deskWindow.ts'
import { useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { useSharedDesk } from '../board/useSharedDesk.ts'
import { useWantPositions } from '../board/useWantPositions.ts'
import { deskOf } from '../feed/desk.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { clockTime } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { AwayPlace } from './AwayPlace.tsx'
import { BoardRegion } from './BoardRegion.tsx'
import { Header } from './Header.tsx'
import { CommandBar } from '../features/command-bar/CommandBar.tsx'
import { KeysOverlay } from '../features/command-bar/KeysOverlay.tsx'
import { HandOverBanner } from '../features/hand-over/HandOverBanner.tsx'
import { useHeedDesktop } from '../features/heed-desktop/useHeedDesktop.ts'
import { AlarmBar } from '../features/watch-alarms/AlarmBar.tsx'
import { MapRegion } from './MapRegion.tsx'
import { Notices } from './Notices.tsx'
import { QueueRegion } from './QueueRegion.tsx'
import { regionOf } from './region.ts'
import { consoleWords } from './words.ts'
import './console.css'

const CutBanner = () => {
  const t = useWords(consoleWords)
  const link = useRoomSelector((state) => state.link.link)
  if (link.state !== 'cut') return null
  return (
    <div className="xn-cut" role="alert">
      {t('cutHint', { since: clockTime(link.since) })}
    </div>
  )
}

const CannotKeepBanner = () => {
  const t = useWords(consoleWords)
  const canKeep = useRoomSelector((state) => state.link.health?.canKeep ?? true)
  if (canKeep) return null
  return (
    <div className="xn-cut xn-cannot-keep" role="alert">
      <span aria-hidden>✕</span> {t('cannotKeepHint')}
    </div>
  )
}

/** By which the windows of a desk tell each other apart; a page that is loaded anew is another window. */
const ownId = crypto.getRandomValues(new Uint32Array(3)).join('-')

/** What this window has to do with the others and with the room, whatever it shows. */
const OneOfDesk = () => {
  useSharedDesk()
  useWantPositions()
  return null
}

const HeedDesktop = () => {
  useHeedDesktop()
  return null
}

/** The room once it is known: the header and the regions this window shows. */
export const RoomView = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(consoleWords)
  const { town } = useRoom()
  const hasBoard = useRoomSelector((state) => state.board !== null)
  const isOutdated = useRoomSelector((state) => state.link.link.state === 'outdated')
  const region = regionOf(window.location.search)
  const own = useMemo(() => deskWindow(ownId, region, deskOf(window) !== null), [region])
  if (isOutdated) {
    const reload = (
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    )
    return <Result status="info" title={t('outdatedTitle')} subTitle={t('outdatedHint')} extra={reload} />
  }
  return (
    <DeskWindowContext value={own}>
      <OneOfDesk />
      <div className="xn-console" data-region={region}>
        <Header onLeave={onLeave} />
        <CutBanner />
        <CannotKeepBanner />
        {hasBoard && (
          <div className="xn-alarm-place">
            <Boundary>
              <AlarmBar />
            </Boundary>
            <Boundary>
              <HandOverBanner />
            </Boundary>
          </div>
        )}
        {!hasBoard && <Spin fullscreen description={t('waiting')} />}
        {hasBoard && (
          <main className="xn-regions" aria-label={town.nameZh}>
            {(region === 'all' || region === 'queue') && <QueueRegion />}
            {(region === 'all' || region === 'map') && <MapRegion />}
            {(region === 'all' || region === 'board') && <BoardRegion />}
          </main>
        )}
        {hasCard(own) && <HeedDesktop />}
        {hasBoard && hasCard(own) && <AwayPlace />}
        {hasBoard && <CommandBar />}
        <KeysOverlay />
        <Notices />
      </div>
    </DeskWindowContext>
  )
}
