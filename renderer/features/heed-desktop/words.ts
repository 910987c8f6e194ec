import { wordsOf } from '../../ui/words.ts'

export const heedWords = wordsOf(
  'heed-desktop',
  {
    noneWaits: '没有等待接手的报警',
    takenMeanwhile: '{{incident}} 已由你接手，写完后再打开',
    shownLater: '{{incident}}：写完后再打开',
    notThere: '事件板上没有 {{incident}}',
  },
  {
    noneWaits: 'No report is waiting',
    takenMeanwhile: '{{incident}} is in your hands: open it when you are done writing',
    shownLater: '{{incident}}: open it when you are done writing',
    notThere: 'There is no {{incident}} on the board',
  },
)
