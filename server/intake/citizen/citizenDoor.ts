import type { VerifiedBuilding } from '../adapter.ts'
import { takeForm, type Taken, type TakeNeeds } from '../takeForm.ts'
import { adapterCitizen } from './adapterCitizen.ts'

/** The citizen channel for the product's own page, which needs no token: the building's signature lets it in. */
export const citizenDoor =
  (needs: TakeNeeds) =>
  (body: unknown, from: { readonly building: VerifiedBuilding; readonly address: string }): Promise<Taken> =>
    takeForm(
      adapterCitizen,
      body,
      JSON.stringify(body),
      { channel: 'citizen', town: from.building.town, name: from.building.building },
      from.address,
      needs,
    )
