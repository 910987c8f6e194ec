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

test.each([
  '不是一起的，另外一家饭店',
  '又来了一起追尾',
  '今天又撞了一起',
  '我们这栋也停了',
  '跟隔壁店里的是两码事',
  '和外面那桌没关系',
  '不是二楼那家',
])('[B105] who says that it is another matter says so: %s', (text) => {
  expect(remarksOf(text).another).toBe(true)
})

test.each(['后面又来一辆刹不住', '现在又拖来一只音箱', '老公又打了我', '这事跟我没关系', '我不是在桥那边吗', '不是说好从路口那边来'])(
  '[B105] more of the same is no other matter: %s',
  (text) => {
    expect(remarksOf(text).another).toBe(false)
  },
)
