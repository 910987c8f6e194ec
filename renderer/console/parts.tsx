import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useWords } from '../ui/words.ts'
import { consoleWords } from './words.ts'

/** Parts that are heavy or not needed at once come in files of their own. */
const files = import.meta.glob<Readonly<Record<string, ComponentType>>>([
  '../features/watch-map/WatchMap.tsx',
  '../features/watch-board/WatchBoard.tsx',
  '../features/watch-alarms/AlarmBar.tsx',
  '../features/see-timeline/Timeline.tsx',
  '../features/hand-over/ShiftLog.tsx',
])

const part = (path: string, name: string): ComponentType | null => {
  const load = files[`../features/${path}/${name}.tsx`]
  if (!load) return null
  return lazy(async () => {
    const Part = (await load())[name]
    if (!Part) throw new Error(`${path}/${name}.tsx exports ${name}`)
    return { default: Part }
  })
}

const placed = (Part: ComponentType | null, waiting: ReactNode) =>
  Part === null ? waiting : <Suspense fallback={waiting}>{<Part />}</Suspense>

const Coming = ({ what }: { readonly what: 'mapComing' | 'boardComing' }) => {
  const t = useWords(consoleWords)
  return <div className="xn-empty">{t(what)}</div>
}

const WatchMap = part('watch-map', 'WatchMap')
const WatchBoard = part('watch-board', 'WatchBoard')
const Alarms = part('watch-alarms', 'AlarmBar')
const Timeline = part('see-timeline', 'Timeline')
const Shift = part('hand-over', 'ShiftLog')

export const MapPart = () => placed(WatchMap, <Coming what="mapComing" />)
export const BoardPart = () => placed(WatchBoard, <Coming what="boardComing" />)
export const AlarmPart = () => placed(Alarms, null)
export const CardTimeline = () => placed(Timeline, null)
export const ShiftPart = () => placed(Shift, null)
