import { Button } from 'antd'
import { mayDo, mayManage } from '../../../shared/domain/room/rights.ts'
import { sceneOf, type WallScene } from '../../../shared/domain/wall/scene.ts'
import type { Wall, WallWish } from '../../../shared/domain/wall/wall.ts'
import { CommandButton } from '../../board/CommandButton.tsx'
import { incidentSelected } from '../../board/deskSlice.ts'
import { useBoard, useNow, useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useKindName } from '../../board/useKindName.ts'
import { nearTime, shortTime, span } from '../../ui/townTime.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { showWords } from './words.ts'
import './walls.css'

/** Whether anybody can see it: how many of its screens are connected, else since when none is. */
const Up = ({ wall }: { readonly wall: Wall }) => {
  const t = useWords(showWords)
  const now = useNow()
  const up = useRoomSelector((state) => state.presence.walls.find((one) => one.wall === wall.id))
  const isOn = up !== undefined && up.screens > 0
  const said = isOn ? t('online') : up ? t('offline', { since: nearTime(up.since, now) }) : t('never')
  return (
    <span className="xn-wall-up xn-num" data-up={isOn}>
      <span aria-hidden>{isOn ? '●' : '○'}</span> {said}
      {isOn && up.screens > 1 && ` · ${t('screens', { number: up.screens })}`}
    </span>
  )
}

const Scene = ({ wall, scene }: { readonly wall: Wall; readonly scene: WallScene }) => {
  const t = useWords(showWords)
  const domain = useWords(domainWords)
  const kindName = useKindName()
  const dispatch = useRoomDispatch()
  const now = useNow()
  if (scene.kind === 'page') {
    const how = scene.turnsAt === null ? t('held') : t('turning', { seconds: wall.plan.secondsPerPage })
    return (
      <p>
        {domain(`wall.${scene.page}`)} <span className="xn-dim xn-num">{how}</span>
      </p>
    )
  }
  const { id, kind } = scene.incident
  return (
    <p>
      <Button size="small" type="link" onClick={() => dispatch(incidentSelected(id))}>
        {kindName(kind)}
      </Button>
      <span className="xn-num">{t('incident', { incident: id, name: wall.by.name, since: shortTime(wall.since) })}</span>
      {scene.leavesAt !== null && <span className="xn-dim xn-num"> · {t('leaves', { for: span(scene.leavesAt - now) })}</span>}
    </p>
  )
}

const Controls = ({ wall, scene }: { readonly wall: Wall; readonly scene: WallScene }) => {
  const t = useWords(showWords)
  const domain = useWords(domainWords)
  const { pages } = wall.plan
  const show = (wish: WallWish) => ({ type: 'wall.show', wall: wall.id, wish }) as const
  if (scene.kind === 'incident') return <CommandButton command={show({ kind: 'pages', from: null })}>{t('takeDown')}</CommandButton>
  const next = pages[(scene.at + 1) % pages.length]
  const isHeld = wall.wish.kind === 'page'
  return (
    <div className="xn-card-line xn-wrap" role="group" aria-label={t('pages')}>
      {pages.map((page) => (
        <CommandButton key={page} type={isHeld && scene.page === page ? 'primary' : 'default'} command={show({ kind: 'page', page })}>
          {domain(`wall.${page}`)}
        </CommandButton>
      ))}
      <CommandButton command={show({ kind: 'pages', from: null })}>{t('turn')}</CommandButton>
      {next !== undefined && pages.length > 1 && <CommandButton command={show({ kind: 'pages', from: next })}>{t('next')}</CommandButton>}
    </div>
  )
}

/** What every wall shows now, whether it is up, and for who may: take down, hold a page, turn on. */
export const WallsPanel = () => {
  const t = useWords(showWords)
  const board = useBoard()
  const now = useNow()
  const { me } = useRoom()
  return (
    <section className="xn-watch-part" aria-label={t('title')}>
      <ul className="xn-walls">
        {board.walls.map((wall) => {
          const scene = sceneOf(board, wall, now)
          return (
            <li key={wall.id}>
              <header>
                <strong>{wall.plan.name}</strong> <Up wall={wall} />
              </header>
              <Scene wall={wall} scene={scene} />
              {mayDo(me.role, 'wall.show') && <Controls wall={wall} scene={scene} />}
            </li>
          )
        })}
      </ul>
      {mayManage(me.role) && (
        <Button size="small" type="link" href="/supervise/#walls" target="_blank">
          {t('arrange')} <span aria-hidden>↗</span>
        </Button>
      )}
    </section>
  )
}
