import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../../testing/aRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { UnitBoard } from './UnitBoard.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const nights = [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 22 * 60, toMinute: 6 * 60 }]

test('[M40] a unit in danger stands first in the list of its force, also when it is off duty', () => {
  const town = boardBuilder().units(
    { id: 'W1' },
    { id: 'W2', name: '夜班甲', roster: nights },
    { id: 'W3', name: '夜班乙', roster: nights },
  )
  town.say({ type: 'sos.raise', unit: UnitId.parse('W2'), point: null })
  const { container } = drawIn(aRoom(town.board(), town.now()), <UnitBoard />)
  fireEvent.click(screen.getAllByTitle(/网格员/)[0]?.closest('button') ?? container)
  const rows = [...container.querySelectorAll('.xn-unit-row')].map((row) => row.textContent ?? '')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain('W2')
  expect(rows[1]).toContain('W1')
})
