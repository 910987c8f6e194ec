import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { get } from '../../../shared/domain/board/table.ts'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { Assignments } from './Assignments.tsx'

beforeEach(noLayout)
afterEach(cleanup)

test('[I63] the card of an incident names those who went, also when they are no longer there', () => {
  const w1 = UnitId.parse('W1')
  const town = boardBuilder().units({ id: 'W1', name: '王新' })
  const id = town.report()
  town.send(id, w1)
  town.say({ type: 'unit.recall', incident: id, assignment: `${id}/1` as never, reason: '撤' })
  town.say({ type: 'units.dismiss', units: [w1], reason: '' })
  const incident = get(town.board().incidents, id) ?? expect.fail('no incident')
  drawIn(aRoom(town.board(), town.now()), <Assignments incident={incident} />)
  expect(screen.getByText('W1').parentElement?.textContent).toBe('W1 王新')
})
