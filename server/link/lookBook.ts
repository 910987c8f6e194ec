import type { Look } from '../../shared/contracts/console.ts'
import type { TownId } from '../../shared/domain/ids.ts'

/** Who has which incident open now, by socket. Presence: gone with the socket. */
export const lookBook = () => {
  const looks = new Map<string, Look & { readonly town: TownId }>()
  const listeners = new Set<(town: TownId) => void>()
  return {
    look: (socket: string, town: TownId, look: Look | null) => {
      if (look) looks.set(socket, { ...look, town })
      else looks.delete(socket)
      for (const listener of listeners) listener(town)
    },
    leave: (socket: string) => void looks.delete(socket),
    of: (town: TownId): readonly Look[] =>
      [...looks.values()].filter((look) => look.town === town).map(({ account, name, incident }) => ({ account, name, incident })),
    onChange: (listener: (town: TownId) => void) => void listeners.add(listener),
  }
}

export type LookBook = ReturnType<typeof lookBook>
