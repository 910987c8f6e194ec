import { memo } from 'react'
import type { Stage } from '../../shared/domain/sla/profile.ts'
import type { StageClock } from '../../shared/domain/sla/stageClock.ts'
import { countdown, span } from './townTime.ts'
import { useIsChinese, useWords } from './words.ts'
import { stageWords } from './words/stage.ts'
import './stage-bars.css'

/** What a bar can say. Of a limit that its incident's end cut short there is nothing to say. */
type Shown = Exclude<StageClock['state'], 'ended'>

const signs: Readonly<Record<Shown, string>> = { running: '', paused: '‖', amber: '!', red: '✕', met: '✓', missed: '✕' }

const timeOf = (clock: StageClock, now: number): string => {
  if (clock.dueAt === null) return span(clock.elapsedMs)
  return countdown(clock.dueAt - now)
}

type BarProps = { readonly stage: Stage; readonly state: Shown; readonly time: string; readonly percent: number }

const Bar = memo(({ stage, state, time, percent }: BarProps) => {
  const t = useWords(stageWords)
  const name = useIsChinese() ? stage.nameZh : stage.nameEn
  return (
    <span className="xn-stage xn-num" data-state={state} title={`${name} · ${t(state)} · ${span(stage.limitMs)}`}>
      <span className="xn-stage-name">
        {name} {signs[state]}
      </span>
      <span className="xn-stage-time">{time}</span>
      <span className="xn-stage-bar" aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
    </span>
  )
})
Bar.displayName = 'Bar'

const percentOf = ({ elapsedMs, stage }: StageClock): number => Math.round(Math.min(1, elapsedMs / stage.limitMs) * 100)

/** The stage clocks of an incident as small bars: how much of the limit is gone, what is left, and a sign for each state. */
export const StageBars = ({ clocks, now }: { readonly clocks: readonly StageClock[]; readonly now: number }) => (
  <span className="xn-stages">
    {clocks.map(
      (clock) =>
        clock.state !== 'ended' && (
          <Bar key={clock.stage.id} stage={clock.stage} state={clock.state} time={timeOf(clock, now)} percent={percentOf(clock)} />
        ),
    )}
  </span>
)
