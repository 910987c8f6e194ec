import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { UnitId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aRoom, drawIn } from '../testing/aRoom.tsx'
import { useNames } from './useNames.ts'

afterEach(cleanup)

const Called = ({ ids }: { readonly ids: readonly string[] }) => {
  const names = useNames()
  return <p>{ids.map((id) => names.unit(UnitId.parse(id))).join('|')}</p>
}

test('[I63] a unit that was dismissed is called by its name, and one that nobody knows by its number', () => {
  const town = boardBuilder().units({ id: 'W1', name: '王新' }, { id: 'W2', name: '李新' })
  town.say({ type: 'units.dismiss', units: [UnitId.parse('W1')], reason: '' })
  drawIn(aRoom(town.board(), town.now()), <Called ids={['W1', 'W2', 'W9']} />)
  expect(screen.getByText('王新|李新|W9')).toBeTruthy()
})
