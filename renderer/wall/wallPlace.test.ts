import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { BuildingId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { wallPlace, withoutDoor } from './wallPlace.ts'

test.each([
  ['钱江路58号太和广场3幢1205室', '钱江路58号太和广场3幢'],
  ['太和广场3幢1205', '太和广场3幢'],
  ['景塘苑2单元402室门口', '景塘苑2单元门口'],
  ['临江路42号 钱潮露台', '临江路42号 钱潮露台'],
  ['通海路与景塘路路口', '通海路与景塘路路口'],
  ['太和广场12楼1205房', '太和广场12楼'],
  ['景塘苑三幢一二零五室', '景塘苑三幢'],
  ['江锦路3号楼108号', '江锦路3号楼108号'],
  ['Taihe Plaza room 1205', 'Taihe Plaza'],
])('[V21] “%s” is said as “%s”', (text, said) => {
  expect(withoutDoor(text)).toBe(said)
})

test('[V21] a number that stands in a place’s words is masked', () => {
  expect(withoutDoor('门口有人，电话13812345678')).not.toContain('13812345678')
})

test('[V21] a registered house is said by its name; without one the words of the place, else of the report', () => {
  const room = boardBuilder()
  const building = { id: BuildingId.parse('B1'), name: '太和广场3幢', address: '钱江路58号' }
  const known = room.report({ place: { text: '太和广场3幢1205', building: building.id } })
  const said = room.report({ place: { text: '', point: null }, report: { placeText: '河边 3幢301' } })
  const placeOf = (id: typeof known) => {
    const incident = incidentOf(room.board(), id)
    return incident && wallPlace(incident, [building])
  }
  expect(placeOf(known)).toBe('钱江路58号 太和广场3幢')
  expect(placeOf(said)).toBe('河边 3幢')
})
