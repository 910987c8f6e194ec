import type { StageClock } from '../../shared/domain/sla/stageClock.ts'
import { countdown, span } from './townTime.ts'
import { useIsChinese, useWords } from './words.ts'
import { stageWords } from './words/stage.ts'
import './stage-bars.css'

const signs: Readonly<Record<StageClock['state'], string>> = { running: '', paused: '‖', amber: '!', red: '✕', met: '✓', missed: '✕' }

const timeOf = (clock: StageClock, now: number): string => {
  if (clock.dueAt === null) return span(clock.elapsedMs)
  return countdown(clock.dueAt - now)
}

/** The stage clocks of an incident as small bars: how much of the limit is gone, what is left, and a sign for each state. */
export const StageBars = ({ clocks, now }: { readonly clocks: readonly StageClock[]; readonly now: number }) => {
  const t = useWords(stageWords)
  const isChinese = useIsChinese()
  return (
    <span className="xn-stages">
      {clocks.map((clock) => {
        const { stage, state } = clock
        const name = isChinese ? stage.nameZh : stage.nameEn
        const part = Math.min(1, clock.elapsedMs / stage.limitMs)
        return (
          <span key={stage.id} className="xn-stage xn-num" data-state={state} title={`${name} · ${t(state)} · ${span(stage.limitMs)}`}>
            <span className="xn-stage-name">
              {name} {signs[state]}
            </span>
            <span className="xn-stage-time">{timeOf(clock, now)}</span>
            <span className="xn-stage-bar" aria-hidden>
              <span style={{ width: `${Math.round(part * 100)}%` }} />
            </span>
          </span>
        )
      })}
    </span>
  )
}
