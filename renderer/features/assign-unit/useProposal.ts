import { useEffect, useState } from 'react'
import type { UnitId } from '../../../shared/domain/ids.ts'
import type { Incident } from '../../../shared/domain/incident/incident.ts'
import { adviceBasis } from '../../../shared/domain/routing/adviceBasis.ts'
import type { Recommendation } from '../../../shared/domain/routing/recommendation.ts'
import { unitsPicked } from '../../board/deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { proposalOf } from './orders.ts'

type Proposal = { readonly basis: string; readonly units: readonly UnitId[] }

const sameUnits = (some: readonly UnitId[], others: readonly UnitId[]) =>
  some.length === others.length && some.every((unit, i) => unit === others[i])

/**
 * Chooses by itself what the room proposes for a card in hand; a person's own choice is left alone.
 *
 * Once the matter is said to be another, or elsewhere, what was proposed for it is taken back at once, so that the
 * keys cannot send it in the moment before the new proposal is there.
 */
export const useProposal = (incident: Incident, advice: Recommendation | null, isWanted: boolean): void => {
  const dispatch = useRoomDispatch()
  const picked = useRoomSelector((state) => state.desk.picked)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const basis = adviceBasis(incident)

  useEffect(() => {
    if (!isWanted || proposal?.basis === basis) return
    const isUntouched = sameUnits(picked, proposal?.units ?? [])
    const propose = (from: string, units: readonly UnitId[]) => {
      setProposal({ basis: from, units: isUntouched ? units : [] })
      if (isUntouched) dispatch(unitsPicked(units))
    }
    if (advice) propose(basis, proposalOf(advice))
    else if (proposal && isUntouched && picked.length > 0) propose(proposal.basis, [])
  }, [dispatch, advice, isWanted, picked, proposal, basis])
}
