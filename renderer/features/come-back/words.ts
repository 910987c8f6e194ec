import { wordsOf } from '../../ui/words.ts'

export const comeBackWords = wordsOf(
  'come-back',
  {
    title: '离开 {{minutes}} 分钟',
    nothing: '期间没有新报警，也没有超时',
    reports: '{{number}} 起新报警，{{waiting}} 起还无人接手',
    overdue: '{{number}} 件超时未确认',
    sos: '{{number}} 个求救未确认',
    inHand: '你手上有 {{number}} 件',
    goOn: '继续',
    handOver: '交班',
  },
  {
    title: 'Away for {{minutes}} min',
    nothing: 'No new report meanwhile, and nothing overdue',
    reports: '{{number}} new reports, {{waiting}} of them not taken',
    overdue: '{{number}} overdue, not acknowledged',
    sos: '{{number}} SOS not acknowledged',
    inHand: 'you have {{number}} in hand',
    goOn: 'Go on',
    handOver: 'Hand over',
  },
)
