import { expect, test } from 'vitest'
import { remarksOf } from './remarks.ts'

test.each(['白天我打过电话的，锣还在敲', '我六点多打过来的那个事体', '这个事我反映过', '我刚才报过', '怎么还没到'])(
  '[B105] who says that it was told before says so: %s',
  (text) => {
    expect(remarksOf(text).again).toBe(true)
  },
)

test.each(['他打过我一次', '我打过去没人接', '有人在打架'])('[B105] a blow or a call to another is no call before: %s', (text) => {
  expect(remarksOf(text).again).toBe(false)
})
