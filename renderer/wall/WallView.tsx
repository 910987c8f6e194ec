import { useEffect, useRef } from 'react'
import { assertNever } from '../../shared/domain/assertNever.ts'
import { values } from '../../shared/domain/board/table.ts'
import { sceneOf, type WallScene } from '../../shared/domain/wall/scene.ts'
import type { Wall, WallPage } from '../../shared/domain/wall/wall.ts'
import { languageChosen, themeChosen } from '../board/deskSlice.ts'
import { useNow } from '../board/room.tsx'
import { useDeskNews } from '../board/useDeskNews.ts'
import { useRoomDispatch, useRoomSelector } from '../board/store.ts'
import { useSteadyBoard } from '../board/useSteadyBoard.ts'
import { ageOpacity } from '../ui/ageOpacity.ts'
import { shortTime } from '../ui/townTime.ts'
import { domainWords } from '../ui/words/domain.ts'
import { useWords } from '../ui/words.ts'
import { EyesPage } from './EyesPage.tsx'
import { FiguresPage } from './FiguresPage.tsx'
import { IncidentPage } from './IncidentPage.tsx'
import { useMachine } from './machine.ts'
import { MapFigures } from './MapFigures.tsx'
import { StagesPage } from './StagesPage.tsx'
import { useReloading } from './useReloading.ts'
import { useTellingWall, useWall } from './useWall.ts'
import { WallBoundary } from './WallBoundary.tsx'
import { Notice } from './WallGate.tsx'
import type { WallFor } from './wallFor.ts'
import { WallMap } from './WallMap.tsx'
import { WallTop } from './WallTop.tsx'
import { wallWords } from './words.ts'

const Page = ({ page }: { readonly page: WallPage }) => {
  switch (page) {
    case 'map':
      return <MapFigures />
    case 'figures':
      return <FiguresPage />
    case 'stages':
      return <StagesPage />
    case 'eyes':
      return <EyesPage />
    default:
      return assertNever(page)
  }
}

/** Which pages there are, which one is up, and whether it is held. */
const Pages = ({ wall, scene }: { readonly wall: Wall; readonly scene: WallScene }) => {
  const t = useWords(wallWords)
  const domain = useWords(domainWords)
  if (scene.kind === 'incident') return <p className="xn-num">{t('putUp', { name: wall.by.name, at: shortTime(wall.since) })}</p>
  return (
    <ol className="xn-wall-pages">
      {wall.plan.pages.map((page) => (
        <li key={page} aria-current={page === scene.page ? 'page' : undefined}>
          {domain(`wall.${page}`)}
          {page === scene.page && wall.wish.kind === 'page' && ` ‖ ${t('held')}`}
        </li>
      ))}
    </ol>
  )
}

/** Units in danger for their lives: on every page of every wall. */
const Danger = () => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  let number = 0
  for (const { sos } of values(board.units)) if (sos) number += 1
  return number > 0 && <strong className="xn-wall-sos xn-num">‼ {t('sos', { number })}</strong>
}

/** The looks that were arranged for this wall; one that nobody arranged speaks as its workstation does. */
const useLooksOf = (hung: WallFor | undefined) => {
  const dispatch = useRoomDispatch()
  const { theme = null, language = null } = hung?.isArranged ? hung.wall.plan : {}
  const isPlanned = hung?.isArranged === false
  useDeskNews('desk:changed', ({ settings }) => isPlanned && dispatch(languageChosen(settings.language)))
  useEffect(() => {
    if (theme) dispatch(themeChosen(theme))
    if (language) dispatch(languageChosen(language))
  }, [dispatch, theme, language])
}

/** Sounds once when another incident is put up, and not for the one that is up when the wall starts. */
const useChime = (scene: WallScene | null, hasSound: boolean) => {
  const { chime } = useMachine()
  const up = scene === null ? undefined : scene.kind === 'incident' ? scene.incident.id : null
  const before = useRef<typeof up>(undefined)
  useEffect(() => {
    if (before.current !== undefined && up && up !== before.current && hasSound) chime()
    before.current = up
  }, [up, hasSound, chime])
}

/** Which wall the address asks for; null: none by name. */
type Props = { readonly asked: string | null }

const Hung = ({ asked }: Props) => {
  const t = useWords(wallWords)
  const board = useSteadyBoard()
  const now = useNow()
  const hung = useWall(board, asked)
  const wall = hung?.wall
  const link = useRoomSelector((state) => state.link.link)
  const scene = wall ? sceneOf(board, wall, now) : null
  const broken = useReloading()
  useTellingWall(hung)
  useLooksOf(hung)
  useChime(scene, wall?.plan.hasSound ?? false)
  if (!wall || !scene) return <Notice title={t('removed')} />
  const onMap = scene.kind === 'incident' ? scene.incident.id : null
  const isMapUp = scene.kind === 'incident' || scene.page === 'map'
  const content = link.state === 'cut' ? ageOpacity(now - link.since) * 0.8 : 1
  return (
    <div className="xn-wall" data-scene={scene.kind === 'page' ? scene.page : 'incident'} data-link={link.state}>
      <WallTop wall={wall} />
      <main className="xn-wall-content" style={{ opacity: content }} aria-label={wall.plan.name}>
        {/* Opened once and kept: a map that is opened anew at each turn is a grey box for seconds. */}
        <WallBoundary onBroken={broken}>
          <WallMap incident={onMap} isUp={isMapUp} />
        </WallBoundary>
        <WallBoundary key={scene.kind === 'page' ? `${scene.page} ${scene.turnsAt}` : scene.incident.id} onBroken={broken}>
          {scene.kind === 'page' ? <Page page={scene.page} /> : <IncidentPage incident={scene.incident} leavesAt={scene.leavesAt} />}
        </WallBoundary>
      </main>
      <footer className="xn-wall-foot">
        <Pages wall={wall} scene={scene} />
        {hung?.unknown != null && <p className="xn-wall-unknown">{t('unknownWall', { wall: hung.unknown })}</p>}
        <Danger />
      </footer>
    </div>
  )
}

/** The wall once it is in: what is shown now, and how fresh that is. */
export const WallView = ({ asked }: Props) => {
  const t = useWords(wallWords)
  const hasBoard = useRoomSelector((state) => state.board !== null)
  return hasBoard ? <Hung asked={asked} /> : <Notice title={t('entering')} />
}
