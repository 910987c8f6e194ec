import { expect, test } from 'vitest'
import type { ManagedLink } from '../../../shared/contracts/manage.ts'
import { TownId, UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { linkState } from './linkState.ts'

test('[F31] the link of a dismissed unit is not shown as one that opens something', () => {
  const unit = UnitId.parse('W1')
  const town = boardBuilder().units({ id: 'W1' })
  const link = { unit, town: TownId.parse('sijijiang'), expiresAt: town.now() + 1_000, revokedAt: null } as unknown as ManagedLink
  expect(linkState(link, town.board(), town.now())).toBe('active')
  expect(linkState(link, town.board(), town.now() + 1_000)).toBe('expired')
  expect(linkState({ ...link, revokedAt: 1 }, town.board(), town.now())).toBe('disabled')
  town.say({ type: 'units.dismiss', units: [unit], reason: '' })
  expect(linkState(link, town.board(), town.now())).toBe('gone')
})
