import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storedEvent, type DomainEvent } from '../shared/domain/event.ts'
import type { TownId } from '../shared/domain/ids.ts'
import { openAuth } from './auth/auth.ts'
import { makeFirstAccounts, type FirstAccount } from './auth/firstAccounts.ts'
import { readSecret, systemRandom } from './auth/secret.ts'
import { demoTown, refuseDemoElsewhere } from './composition/demoTown.ts'
import { addDoors } from './composition/doors.ts'
import { openLinks } from './composition/links.ts'
import { openTown, type OpenTown } from './composition/openTown.ts'
import { openTownsOnly } from './composition/openTownsOnly.ts'
import { roomClock } from './composition/roomClock.ts'
import { systemTime, type Time } from './composition/systemTime.ts'
import { readTownFiles } from './composition/townFiles.ts'
import { openKnex } from './journal/database.ts'
import type { Journal } from './journal/journal.ts'
import { sqliteJournal } from './journal/sqliteJournal.ts'
import type { Settings } from './settings.ts'
import { webApp } from './web/app.ts'

export type Extras = {
  readonly time?: Time
  /** Folder with the shipped data; the built pages are beside it in `dist/web`. */
  readonly root?: string
  readonly onTrouble?: (error: unknown, what: string) => void
  /** Told of every HTTP route while the doors are hung, so that tests forget none. */
  readonly onRoute?: (route: { readonly method: string | readonly string[]; readonly url: string }) => void
  /** Stands between the desk and its journal, so that tests can fill the disk. */
  readonly aroundJournal?: (journal: Journal<DomainEvent>) => Journal<DomainEvent>
}

export type RunningServer = {
  readonly address: string
  readonly firstAccounts: readonly FirstAccount[]
  readonly towns: ReadonlyMap<TownId, OpenTown>
  readonly close: () => Promise<void>
}

const hostOf = (host: string) => (host.includes(':') ? `[${host}]` : host)

/**
 * Starts the dispatch server: journal, accounts, town, doors, sockets, clock. Resolves when it can be
 * used; throws `BadFile` or `JournalUnavailable` with words for the person at the terminal.
 */
export const startServer = async (settings: Settings, extras: Extras = {}): Promise<RunningServer> => {
  const { root = process.cwd(), onTrouble = () => undefined, onRoute, aroundJournal = (bare) => bare } = extras
  const resources = join(root, 'resources')
  await mkdir(settings.data, { recursive: true, mode: 0o700 })
  const files = await readTownFiles(resources, settings.town)
  if (settings.demo) refuseDemoElsewhere(files.isExample)
  const bareJournal = await sqliteJournal<DomainEvent>({
    file: join(settings.data, 'journal.db'),
    eventOf: storedEvent,
    tellTrouble: (error) => onTrouble(error, 'journal'),
  })
  const journal = aroundJournal(bareJournal)
  const time = await roomClock(extras.time ?? systemTime, journal)
  const knex = openKnex(join(settings.data, 'room.db'))
  const secret = await readSecret(join(settings.data, 'secret'), systemRandom)
  const everyone = await openAuth({ knex, now: time.now, random: systemRandom, secret })
  const firstAccounts = await makeFirstAccounts({
    knex,
    now: time.now,
    random: systemRandom,
    town: files.town.id,
    isExampleTown: files.isExample,
    examplePassword: settings.examplePassword,
  })
  const town = await openTown({ ...files, resources, journal, knex, time, onTrouble })
  const towns: ReadonlyMap<TownId, OpenTown> = new Map([[files.town.id, town]])

  const auth = openTownsOnly(everyone, {
    isOpen: (id) => towns.has(id),
    hasUnit: (id, unit) => towns.get(id)?.hasUnit(unit) ?? false,
  })

  const tls = settings.tlsCert !== null && settings.tlsKey !== null ? { cert: settings.tlsCert, key: settings.tlsKey } : null
  const app = await webApp({ tls, mapHosts: settings.mapboxToken === null ? [] : mapboxHosts, onTrouble })
  if (onRoute) app.addHook('onRoute', onRoute)
  const doors = await addDoors(app, { settings, auth, secret, towns, knex, journal, time, root, isSecure: tls !== null, onTrouble })
  await app.ready()
  const links = openLinks({
    http: app.server,
    auth,
    towns,
    time,
    earlierCalls: doors.earlierCalls,
    rejects: doors.unseenRejects,
    onTrouble,
  })
  await town.enroll()
  await app.listen({ host: settings.host, port: settings.port })
  const { demoSpeed: speed, demoSeed: seed } = settings
  const demo = settings.demo ? await demoTown({ room: town, resources, time, speed, seed, onTrouble }) : null
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : settings.port

  return {
    address: `${tls ? 'https' : 'http'}://${hostOf(settings.host)}:${port}`,
    firstAccounts,
    towns,
    close: async () => {
      demo?.stop()
      await links.close()
      await app.close()
      await doors.close()
      await town.close()
      await journal.close()
      await knex.destroy()
    },
  }
}

/** Mapbox GL fetches its styles and tiles from its vendor; only rooms that set a token let it. */
const mapboxHosts: readonly string[] = ['https://api.mapbox.com', 'https://events.mapbox.com', 'https://*.tiles.mapbox.com']
