import { Dropdown } from 'antd'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { sceneOf } from '../../../shared/domain/wall/scene.ts'
import type { Wall } from '../../../shared/domain/wall/wall.ts'
import { CommandButton } from '../../board/CommandButton.tsx'
import { useBoard, useNow, useRoom } from '../../board/room.tsx'
import { useSend } from '../../board/send.ts'
import { shortTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { showWords } from './words.ts'

const showIt = (wall: Wall, { id }: Incident) => ({ type: 'wall.show', wall: wall.id, wish: { kind: 'incident', incident: id } }) as const
const takeDown = (wall: Wall) => ({ type: 'wall.show', wall: wall.id, wish: { kind: 'pages', from: null } }) as const

/** Walls that the incident is on now. */
const UpOn = ({ wall, mayShow }: { readonly wall: Wall; readonly mayShow: boolean }) => {
  const t = useWords(showWords)
  return (
    <div className="xn-card-line xn-wrap">
      <span>
        <span aria-hidden>▣</span> {t('isUp', { wall: wall.plan.name, name: wall.by.name, since: shortTime(wall.since) })}
      </span>
      {mayShow && <CommandButton command={takeDown(wall)}>{t('takeDown')}</CommandButton>}
    </div>
  )
}

/** 上大屏: puts the incident of the card on a wall, and says on which it is. Nothing where the room has no walls. */
export const PutOnWall = ({ incident }: { readonly incident: Incident }) => {
  const t = useWords(showWords)
  const send = useSend()
  const board = useBoard()
  const now = useNow()
  const { me } = useRoom()
  const mayShow = mayDo(me.role, 'wall.show')
  const scenes = board.walls.map((wall) => [wall, sceneOf(board, wall, now)] as const)
  const isUpOn = ([, scene]: (typeof scenes)[number]) => scene.kind === 'incident' && scene.incident.id === incident.id
  const up = scenes.filter(isUpOn).map(([wall]) => wall)
  const others = scenes.filter((one) => !isUpOn(one)).map(([wall]) => wall)
  const [only, ...more] = others
  const isOffered = mayShow && incident.end === null && only !== undefined
  if (up.length === 0 && !isOffered) return null
  return (
    <section aria-label={t('title')}>
      {up.map((wall) => (
        <UpOn key={wall.id} wall={wall} mayShow={mayShow} />
      ))}
      {isOffered && (
        <div className="xn-card-line xn-wrap">
          {more.length === 0 ? (
            <CommandButton command={showIt(only, incident)}>
              {board.walls.length === 1 ? t('put') : t('putOn', { wall: only.plan.name })}
            </CommandButton>
          ) : (
            <Dropdown
              trigger={['click']}
              menu={{
                items: others.map((wall) => ({ key: wall.id, label: wall.plan.name })),
                onClick: ({ key }) => {
                  const wall = others.find(({ id }) => id === key)
                  if (wall) void send(showIt(wall, incident))
                },
              }}
            >
              <span>
                <CommandButton command={showIt(only, incident)} onAsk={() => undefined}>
                  {t('put')} <span aria-hidden>▾</span>
                </CommandButton>
              </span>
            </Dropdown>
          )}
        </div>
      )}
    </section>
  )
}
