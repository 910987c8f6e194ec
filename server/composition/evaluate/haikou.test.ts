import { expect, test } from 'vitest'
import type { Assessment } from '../../../shared/domain/incident/report.ts'
import { haikouSort, isPoliceInHaikou } from './haikou.ts'
import { haikouPart } from './haikouPart.ts'
import { share } from './intervals.ts'
import { judged } from './testing/judged.ts'

test.each([
  ['市民反映有人在楼下打架', '打架斗殴', true, 'matter'],
  ['市民咨询户口迁移的材料', '户籍', true, 'enquiry'],
  ['市民来电询问，驾驶证年审怎么办理', '车管', true, 'enquiry'],
  ['市民来电称信息有误', '信息查询', true, 'enquiry'],
  ['市民反映小区停水，咨询何时恢复', '供水', false, 'matter'],
  ['市民反映居住证办理慢', '政务', false, 'matter'],
  ['来电反馈：工单处理结果不满意', '其他', true, 'desk'],
  ['工单信息填写错误', '其他', false, 'desk'],
] as const)('[B79] an order of the hotline, %s (%s, police: %s), counts as %s', (text, class3, police, sort) => {
  expect(haikouSort({ text, class3, police })).toBe(sort)
})

test('[B79] in Haikou motor vehicles in the way and the flow of traffic are the police’s, bicycles are not', () => {
  expect(isPoliceInHaikou('C21', '路边有车辆违停')).toBe(true)
  expect(isPoliceInHaikou('C21', '共享单车乱停放')).toBe(false)
  expect(isPoliceInHaikou('C24', '红绿灯时间太短')).toBe(true)
  expect(isPoliceInHaikou('C24', '井盖坏了')).toBe(false)
  expect(isPoliceInHaikou('C02', '楼上吵，交警不管')).toBe(false)
})

test('[B79] kinds that the hotline gives to its police count as theirs, told apart from what this product says', () => {
  const answers: Readonly<Record<string, Partial<Assessment>>> = {
    打架: { kind: 'P12', policeNeeded: true },
    乱停车: { kind: 'C21' },
    漏水: { kind: 'C24' },
    咨询户口: { kind: 'E02' },
  }
  const orders = [
    { text: '打架', class3: '', police: true },
    { text: '乱停车', class3: '', police: true },
    { text: '漏水', class3: '', police: false },
    { text: '咨询户口', class3: '', police: true },
    { text: '工单信息', class3: '', police: false },
  ]
  const see = (text: string): Assessment => judged({ seen: answers[text] ?? {} }).seen

  const lines = haikouPart(orders, see, share).split('\n')

  expect(lines[0]).toContain('(5)')
  const figures = lines
    .filter((line) => /^\| (matters|enquiries|all)/.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.trim()))
  expect(figures.map(([, value, , of]) => [value, of])).toEqual([
    ['1.000', '3'],
    ['0.667', '3'],
    ['1.000', '1'],
    ['0.600', '5'],
  ])
})
