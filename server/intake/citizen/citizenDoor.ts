import type { VerifiedBuilding } from '../adapter.ts'
import { takeForm, type Taken, type TakeNeeds } from '../takeForm.ts'
import { adapterCitizen } from './adapterCitizen.ts'

/** The citizen channel for the product's own page, which needs no token: the building's signature lets it in. */
export const citizenDoor =
  (needs: TakeNeeds) =>
  (body: unknown, { building, address }: { readonly building: VerifiedBuilding; readonly address: string }): Promise<Taken> => {
    const holder = { channel: 'citizen', town: building.town, name: building.building } as const
    const sender = { door: 'citizen', building: building.building } as const
    return takeForm(adapterCitizen, body, JSON.stringify(body), { holder, sender, address }, needs)
  }
