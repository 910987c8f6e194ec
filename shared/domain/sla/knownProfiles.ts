import type { Nature, Urgency } from '../taxonomy/taxonomy.ts'
import type { Milestone, SlaProfile, Stage } from './profile.ts'

const minute = 60_000
const hour = 60 * minute
const sent: readonly Nature[] = ['police', 'joint', 'civil']
const everything: readonly Nature[] = ['police', 'joint', 'civil', 'enquiry']
const anyUrgency: readonly Urgency[] = ['critical', 'high', 'normal', 'low']

type Row = readonly [id: string, nameZh: string, nameEn: string, from: Milestone, to: Milestone, limitMs: number, warnBeforeMs: number]

const stage = ([id, nameZh, nameEn, from, to, limitMs, warnBeforeMs]: Row): Stage => ({
  id,
  nameZh,
  nameEn,
  from,
  to,
  limitMs,
  warnBeforeMs,
  canPause: to === 'closed' || to === 'feedback',
  natures: to === 'taken' || to === 'closed' ? everything : sent,
  urgencies: anyUrgency,
})

const profile = (id: string, nameZh: string, nameEn: string, source: string, rows: readonly Row[]): SlaProfile => ({
  id,
  nameZh,
  nameEn,
  source,
  stages: rows.map(stage),
  acceptWithinMs: minute,
  climbEveryMs: 2 * minute,
})

/** Published ways to count, each as data. The first is the default. */
export const knownProfiles: readonly SlaProfile[] = [
  profile('1-3-5', '四季青 1-3-5', '1-3-5 (Sijiqing)', '四季青街道“135”事件联动处置机制：1 分钟接报、3 分钟流转、5 分钟到场', [
    ['take', '接报', 'Take', 'reported', 'taken', minute, 20_000],
    ['transfer', '流转', 'Accept', 'reported', 'accepted', 3 * minute, 45_000],
    ['scene', '到场', 'On scene', 'reported', 'onscene', 5 * minute, minute],
  ]),
  profile('jiubao', '九堡 1-3-5', '1-3-5 (Jiubao)', '九堡街道：1 分钟响应启动、3 分钟到场处置、5 分钟增援', [
    ['start', '响应', 'Start', 'reported', 'accepted', minute, 20_000],
    ['scene', '到场', 'On scene', 'reported', 'onscene', 3 * minute, 45_000],
    ['reinforce', '增援', 'Reinforce', 'helpAsked', 'helpAnswered', 5 * minute, minute],
  ]),
  profile(
    'shangtang',
    '上塘 1-8-1-24',
    '1-8-1-24 (Shangtang)',
    '上塘街道：1 分钟响应启动、8 分钟到场处置、1 小时初次反馈、24 小时事件办结',
    [
      ['start', '响应', 'Start', 'reported', 'accepted', minute, 20_000],
      ['scene', '到场', 'On scene', 'reported', 'onscene', 8 * minute, 2 * minute],
      ['feedback', '反馈', 'Feedback', 'reported', 'feedback', hour, 10 * minute],
      ['close', '办结', 'Close', 'reported', 'closed', 24 * hour, 2 * hour],
    ],
  ),
  profile('1358', '公安 1358', '1358 (police)', '公安“1358”快速响应：1 分钟接警、3 分钟流转、5 分钟到场、8 分钟增援', [
    ['take', '接警', 'Take', 'reported', 'taken', minute, 20_000],
    ['transfer', '流转', 'Accept', 'reported', 'accepted', 3 * minute, 45_000],
    ['scene', '到场', 'On scene', 'reported', 'onscene', 5 * minute, minute],
    ['reinforce', '增援', 'Reinforce', 'helpAsked', 'helpAnswered', 8 * minute, 2 * minute],
  ]),
]
