import { expect, test } from 'vitest'
import { compareParticulars, particularsOf } from './particulars.ts'

const compare = (one: string, other: string) => compareParticulars(particularsOf(one), particularsOf(other))

test('[B104] who counts a crowd in haste counts roughly, who counts a few counts them', () => {
  expect(compare('两边有二十个人打起来', '约25人冲突').alike).toContain('count')
  expect(compare('有8个人在打', '约30人在打').unlike).toContain('count')
  expect(compare('梯内3人', '电梯里4人').unlike).toContain('count')
  expect(compare('梯内3人', '电梯内共3名乘客').alike).toContain('count')
})

test('[B104] what only one of them says is neither alike nor unlike', () => {
  expect(compare('一辆白色轿车', '撞了')).toEqual({ alike: [], unlike: [] })
})
