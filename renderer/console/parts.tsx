import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import type { IncidentId } from '../../shared/domain/ids.ts'
import type { ShiftAsked } from '../features/hand-over/shiftAsked.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

/** Parts that are heavy or not needed at once come in files of their own. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>([
  '../features/watch-map/WatchMap.tsx',
  '../features/watch-board/WatchBoard.tsx',
  '../features/see-timeline/Timeline.tsx',
  '../features/hand-over/ShiftLog.tsx',
  '../features/show-on-wall/WallsPanel.tsx',
  '../features/arrange-windows/DeskLayouts.tsx',
])

const part = <P extends object = object>(path: string, name: string): ComponentType<P> | null => {
  const load = files[`../features/${path}/${name}.tsx`]
  if (!load) return null
  return lazy(async () => {
    const Part = (await load())[name]
    if (!Part) throw new Error(`${path}/${name}.tsx exports ${name}`)
    return { default: Part as ComponentType<P> }
  })
}

/** A part in its place: waited for, and kept from taking others along when it fails. */
const Placed = ({ waiting, children }: { readonly waiting: ReactNode; readonly children: ReactNode }) => (
  <Boundary>
    <Suspense fallback={waiting}>{children}</Suspense>
  </Boundary>
)

const Coming = ({ what }: { readonly what: 'mapComing' | 'boardComing' }) => {
  const t = useWords(consoleWords)
  return <div className="xn-empty">{t(what)}</div>
}

const WatchMap = part('watch-map', 'WatchMap')
const WatchBoard = part('watch-board', 'WatchBoard')
const Timeline = part<{ readonly incident: IncidentId }>('see-timeline', 'Timeline')
const Walls = part('show-on-wall', 'WallsPanel')
const Layouts = part<{ readonly onClose: () => void }>('arrange-windows', 'DeskLayouts')
const Shift = part<{ readonly asked: ShiftAsked | null }>('hand-over', 'ShiftLog')

export const MapPart = () => <Placed waiting={<Coming what="mapComing" />}>{WatchMap ? <WatchMap /> : <Coming what="mapComing" />}</Placed>
export const BoardPart = () => <Placed waiting={<Coming what="boardComing" />}>{WatchBoard && <WatchBoard />}</Placed>
export const CardTimeline = ({ incident }: { readonly incident: IncidentId }) => (
  <Placed waiting={null}>{Timeline && <Timeline incident={incident} />}</Placed>
)
export const ShiftPart = ({ asked }: { readonly asked: ShiftAsked | null }) => (
  <Placed waiting={<Coming what="boardComing" />}>{Shift && <Shift asked={asked} />}</Placed>
)
export const WallsPart = () => <Placed waiting={<Coming what="boardComing" />}>{Walls && <Walls />}</Placed>
export const LayoutsPart = ({ onClose }: { readonly onClose: () => void }) => (
  <Placed waiting={null}>{Layouts && <Layouts onClose={onClose} />}</Placed>
)
