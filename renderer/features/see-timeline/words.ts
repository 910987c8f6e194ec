import { wordsOf } from '../../ui/words.ts'

export const timelineWords = wordsOf(
  'see-timeline',
  {
    title: '处置过程',
    all: '全部',
    notes: '备注',
    units: '力量',
    clock: '计时',
    people: '坐席操作',
    report: '接报',
    room: '指挥室',
    arrivedLate: '（{{at}} 送达）',
    empty: '没有这一类记录',
    filter: '筛选过程',
  },
  {
    title: 'Everything that happened',
    all: 'All',
    notes: 'Notes',
    units: 'Units',
    clock: 'Clocks',
    people: 'Desk',
    report: 'Report',
    room: 'Room',
    arrivedLate: ' (arrived {{at}})',
    empty: 'Nothing of this kind',
    filter: 'Narrow the timeline',
  },
)
