import { createRoot } from 'react-dom/client'
import { seededChance } from './seededChance.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { Looks } from '../../ui/theme.tsx'
import { aRoom } from '../../testing/aRoom.tsx'
import { RoomProvider } from '../../board/room.tsx'
import { RoomView } from '../RoomView.tsx'

/** `crowded.html?open=2000&perSecond=200`: a room with many open incidents and many events, to be looked at and measured. */
const asked = new URLSearchParams(location.search)
const open = Number(asked.get('open') ?? 2_000)
const perSecond = Number(asked.get('perSecond') ?? 200)

const chance = seededChance(7)
const kinds = ['C01', 'C02', 'C10', 'P02', 'C30', 'C47', 'E01']
const town = boardBuilder(Date.now() - 600_000).units(...Array.from({ length: 400 }, (_, i) => ({ id: `W${i + 1}` })))
const ids = Array.from({ length: open }, () =>
  town.wait(Math.floor(chance() * 200)).report({ assessment: { kind: kinds[Math.floor(chance() * kinds.length)] ?? 'C02' } }),
)

const room = aRoom(town.board(), Date.now())
const began = Date.now()
setInterval(() => room.feed.setNow(town.now() + Date.now() - began), 250)
setInterval(() => {
  const some = Array.from({ length: perSecond / 20 }, () => ids[Math.floor(chance() * ids.length)])
  room.feed.tell.onEvents(some.flatMap((incident) => (incident ? town.say({ type: 'incident.note', incident, text: '又来电' }) : [])))
}, 50)

const page = document.getElementById('page')
if (page) {
  createRoot(page).render(
    <RoomProvider room={room}>
      <Looks theme="dark" language="zh-CN">
        <RoomView onLeave={() => {}} />
      </Looks>
    </RoomProvider>,
  )
}
