import { useMemo } from 'react'
import { profileOf, unitNameOf, type Board } from '../../shared/domain/board/board.ts'
import { emptyTable } from '../../shared/domain/board/table.ts'
import { PickReason } from '../../shared/domain/routing/recommendation.ts'
import type { SlaProfile } from '../../shared/domain/sla/profile.ts'
import type { Names } from '../ui/eventText.ts'
import { useIsChinese, useWords, wordsOf } from '../ui/words.ts'
import { useRoomSelector } from './store.ts'
import { useKindName } from './useKindName.ts'

const words = wordsOf(
  'pickReasons',
  {
    nearest: '最近',
    'answers-for-grid': '本网格',
    'has-skill': '有所需技能',
    rested: '已休息',
    'light-load': '今日任务少',
    'only-one-left': '仅剩这一支',
    'old-fix-used': '按旧定位推算',
  },
  {
    nearest: 'nearest',
    'answers-for-grid': 'answers for this grid',
    'has-skill': 'has the skill',
    rested: 'rested',
    'light-load': 'few tasks today',
    'only-one-left': 'only one left',
    'old-fix-used': 'by an old position',
  },
)

const noUnits: Board['formerUnits'] = {}
const noStages: SlaProfile['stages'] = []

/** What this room calls its units, kinds, stages and reasons, in the page's language. */
export const useNames = (): Names => {
  const t = useWords(words)
  const isChinese = useIsChinese()
  const units = useRoomSelector((state) => state.board?.units ?? emptyTable)
  const formerUnits = useRoomSelector((state) => state.board?.formerUnits ?? noUnits)
  const stages = useRoomSelector((state) => (state.board ? profileOf(state.board).stages : noStages))
  const kind = useKindName()
  return useMemo(
    () => ({
      unit: (id) => unitNameOf({ units, formerUnits }, id) ?? id,
      kind,
      stage: (id) => {
        const stage = stages.find((one) => one.id === id)
        return (isChinese ? stage?.nameZh : stage?.nameEn) ?? id
      },
      why: (reason) => {
        const known = PickReason.safeParse(reason)
        return known.success ? t(known.data) : reason
      },
    }),
    [units, formerUnits, stages, kind, isChinese, t],
  )
}
