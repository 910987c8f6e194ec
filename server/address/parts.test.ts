import { expect, test } from 'vitest'
import { blockKey, doorText, partsAt } from './parts.ts'
import { plainAddress } from './plainAddress.ts'
import { roadNumberAt, roadNumberKey } from './roadNumber.ts'

const read = (said: string) => {
  const { block, unit, floor, room, end } = partsAt(plainAddress(said), 0, true)
  return [block, unit, floor, room, said.slice(0, end)]
}

test.each([
  ['3幢2单元301室有人', ['3', '2', null, '301', '3幢2单元301室']],
  ['三号楼二单元三〇一', ['3', '2', null, '301', '三号楼二单元三〇一']],
  ['三栋一单元三百零二室', ['3', '1', null, '302', '三栋一单元三百零二室']],
  ['3-2-301', ['3', '2', null, '301', '3-2-301']],
  ['12#2-301', ['12', '2', null, '301', '12#2-301']],
  ['3幢三洞幺', ['3', null, null, '301', '3幢三洞幺']],
  ['3撞2单元', ['3', '2', null, null, '3撞2单元']],
  ['5幢1204着火', ['5', null, null, '1204', '5幢1204']],
  ['A座12楼1203', ['a', null, '12', '1203', 'A座12楼1203']],
  ['二区2楼A区101档口', ['2区', null, '2', 'a区101', '二区2楼A区101档口']],
  ['负一层超市', [null, null, 'B1', null, '负一层']],
  ['B1车库', [null, null, 'B1', null, 'B1']],
  ['东区3幢', ['3', null, null, null, '东区3幢']],
  ['3号那家', ['3', null, null, null, '3号']],
])('[B60] %s is read as house, stair, storey and door', (said, parts) => expect(read(said)).toEqual(parts))

test.each(['3个人在打架', '301元没退', '1号口', 'B口出来', '2024年', '三号线', '100米外', '13800000000', '半夜三点'])(
  '[B60] %s is no part of an address',
  (said) => expect(read(said).slice(0, 4)).toEqual([null, null, null, null]),
)

test('[B60] one house has one key, however it is written', () => {
  for (const said of ['3幢', '三号楼', '3#', '3', '三座', '第三幢']) expect(blockKey(plainAddress(said))).toBe('3')
  expect(blockKey(plainAddress('Ａ座'))).toBe('a')
  expect(blockKey('一区')).toBe('1区')
  expect(doorText({ unit: '2', floor: null, room: 'a01' })).toBe('2单元A01室')
})

test.each([
  ['58号', '58', 58],
  ['五十八号', '58', 58],
  ['58-1号', '58-1', 58],
  ['58号之1', '58-1', 58],
  ['12弄5号', '12弄5', 12],
  ['十二弄3支弄5号', '12弄3支弄5', 12],
  ['12弄', '12弄', 12],
])('[B61] %s is one number of a road', (said, key, main) => {
  expect(roadNumberAt(said, 0)).toMatchObject({ key, main, end: said.length })
  expect(roadNumberKey(said)).toBe(key)
})

test('[B61] what is no number of a road is none', () => {
  for (const said of ['3号线', '3号口', '58', '上有人', '三个']) expect(roadNumberAt(said, 0)).toBeNull()
  expect(roadNumberKey('58')).toBe('58')
})
