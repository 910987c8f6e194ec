import { wordsOf } from '../words.ts'

/** States of a stage clock. */
export const stageWords = wordsOf(
  'stage',
  { running: '计时中', paused: '已暂停', amber: '即将超时', red: '已超时', met: '按时', missed: '超时完成' },
  { running: 'running', paused: 'paused', amber: 'nearly due', red: 'overdue', met: 'in time', missed: 'late' },
)
