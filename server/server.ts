import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { storedEvent, type DomainEvent } from '../shared/domain/event.ts'
import type { TownId } from '../shared/domain/ids.ts'
import { openAuth } from './auth/auth.ts'
import { makeFirstAccounts, type FirstAccount } from './auth/firstAccounts.ts'
import { readSecret, systemRandom } from './auth/secret.ts'
import { clockWords } from './composition/clockAhead.ts'
import { closing, type Closing } from './composition/closing.ts'
import { demoTown, refuseDemoElsewhere } from './composition/demoTown.ts'
import { addDoors } from './composition/doors.ts'
import { openLinks } from './composition/links.ts'
import { listenOn, PortTaken } from './composition/listenOn.ts'
import { mapHostsOf } from './composition/mapHosts.ts'
import { figuresOf, meteredJournal, meterTown } from './composition/metered.ts'
import { openTown, type OpenTown } from './composition/openTown.ts'
import { openTownsOnly } from './composition/openTownsOnly.ts'
import { reachableAt } from './composition/reachableAt.ts'
import { opinionsOf } from './composition/opinionsOf.ts'
import { roomClock } from './composition/roomClock.ts'
import { systemTime, type Time } from './composition/systemTime.ts'
import { takeFolder } from './composition/takeFolder.ts'
import { lostModelWords } from './composition/teach/lostModelWords.ts'
import { workerTraining } from './composition/teach/workerTraining.ts'
import { readTownFiles } from './composition/townFiles.ts'
import { openKnex } from './journal/database.ts'
import type { Journal } from './journal/journal.ts'
import { sqliteJournal } from './journal/sqliteJournal.ts'
import { openMetrics } from './metrics/metrics.ts'
import type { Settings } from './settings.ts'
import type { RunTraining } from './teach/training.ts'
import { webApp } from './web/app.ts'
import { letGo } from './web/letGo.ts'

export { PortTaken }

export type Extras = {
  readonly time?: Time
  /** Folder with the shipped data; the built pages are beside it in `dist/web`. */
  readonly root?: string
  readonly onTrouble?: (error: unknown, what: string) => void
  /** Told of every HTTP route while the doors are hung, so that tests forget none. */
  readonly onRoute?: (route: { readonly method: string | readonly string[]; readonly url: string }) => void
  /** Stands between the desk and its journal, so that tests can fill the disk. */
  readonly aroundJournal?: (journal: Journal<DomainEvent>) => Journal<DomainEvent>
  /** Trains the brain; tests have no minutes for it. */
  readonly runTraining?: RunTraining
}

export type RunningServer = {
  /** Where it can be opened best. */
  readonly address: string
  /** Where it can be opened as well. */
  readonly otherAddresses: readonly string[]
  readonly firstAccounts: readonly FirstAccount[]
  /** What the person at the terminal must know though the server runs. */
  readonly warnings: readonly string[]
  readonly towns: ReadonlyMap<TownId, OpenTown>
  readonly close: () => Promise<void>
}

/** How long what is being answered may go on once the server is asked to stop. */
const graceMs = 5_000

const start = async (settings: Settings, extras: Extras, { add, closeAll }: Closing): Promise<RunningServer> => {
  const { root = process.cwd(), onTrouble = () => undefined, onRoute, aroundJournal = (bare) => bare } = extras
  const resources = join(root, 'resources')
  const files = await readTownFiles(resources, settings.town, settings.addresses)
  if (settings.demo) refuseDemoElsewhere(files.isExample)
  add(await takeFolder(settings.data))
  const bareJournal = await sqliteJournal<DomainEvent>({
    file: join(settings.data, 'journal.db'),
    eventOf: storedEvent,
    tellTrouble: (error) => onTrouble(error, 'journal'),
  })
  const metrics = openMetrics()
  const journal = meteredJournal(aroundJournal(bareJournal), metrics, extras.time ?? systemTime)
  add(journal.close)
  const clock = await roomClock(extras.time ?? systemTime, journal)
  const { time } = clock
  const clockWarning = clockWords(clock.aheadMs(), settings.clockAheadAccepted)
  const knex = openKnex(join(settings.data, 'room.db'))
  add(() => knex.destroy())
  const secret = await readSecret(join(settings.data, 'secret'), systemRandom)
  const everyone = await openAuth({ knex, now: time.now, random: systemRandom, secret })
  const trainer = workerTraining({ file: join(root, 'dist/server/trainWorker.js'), resources })
  const { runTraining = trainer } = extras
  const models = join(settings.data, 'brain')
  const town = await openTown({ ...files, resources, models, runTraining, journal, knex, time, onTrouble })
  add(town.close)
  meterTown(town, metrics)
  const towns: ReadonlyMap<TownId, OpenTown> = new Map([[files.town.id, town]])

  const opinions = opinionsOf({ settings, towns, time, onTrouble })
  add(async () => opinions.close())

  const auth = openTownsOnly(everyone, {
    isOpen: (id) => towns.has(id),
    hasUnit: (id, unit) => towns.get(id)?.hasUnit(unit) ?? false,
    hasWall: (id, wall) => (towns.get(id)?.wallName(wall) ?? null) !== null,
  })

  const tls = settings.tlsCert !== null && settings.tlsKey !== null ? { cert: settings.tlsCert, key: settings.tlsKey } : null
  const app = await webApp({ tls, mapHosts: mapHostsOf(settings.mapboxToken), onTrouble })
  if (onRoute) app.addHook('onRoute', onRoute)
  const doors = await addDoors(app, {
    settings,
    auth,
    secret,
    towns,
    knex,
    journal,
    time,
    metrics,
    root,
    isSecure: tls !== null,
    onTrouble,
  })
  let stopLooking = () => {}
  add(async () => {
    await app.close()
    stopLooking()
    await doors.close()
  })
  town.earlierMattersAre((phone) => doors.buildingsOf(town.town.id, phone))
  await app.ready()
  const links = openLinks({
    http: app.server,
    auth,
    towns,
    time,
    earlierCalls: doors.earlierCalls,
    pageOrigins: settings.pageOrigins,
    secondOpinion: opinions.ask,
    rejects: doors.unseenRejects,
    clockAheadMs: clock.aheadMs,
    onTrouble,
  })
  add(links.close)
  // Before all of these: the sockets end only when the last request does.
  add(async () => void (stopLooking = letGo(app.server, graceMs)))
  metrics.roomsAre(() => [...towns.values()].map((room) => figuresOf(room, links)))
  // Before anything is written: a start that cannot serve leaves no event.
  const port = await listenOn(app, settings)
  await town.begin()
  const { demoSpeed: speed, demoSeed: seed } = settings
  const demo = settings.demo ? await demoTown({ room: town, resources, time, speed, seed, onTrouble }) : null
  add(async () => demo?.stop())

  const [address, ...otherAddresses] = reachableAt({ ...settings, port, isSecure: tls !== null, interfaces: networkInterfaces() })
  const warnings = [clockWarning, opinions.warning, lostModelWords(town.teaching.lost())].filter((warning) => warning !== null)
  // The last thing that can fail: a start that does leaves no account with a password that nobody was told.
  const firstAccounts = await makeFirstAccounts({
    knex,
    now: time.now,
    random: systemRandom,
    town: files.town.id,
    isExampleTown: files.isExample,
    examplePassword: settings.examplePassword,
  })
  return { address, otherAddresses, firstAccounts, warnings, towns, close: closeAll }
}

/**
 * Starts the dispatch server: data folder, journal, accounts, town, doors, sockets, clock. Resolves when it can be
 * used; rejects with words for the person at the terminal, and then holds nothing any more.
 */
export const startServer = async (settings: Settings, extras: Extras = {}): Promise<RunningServer> => {
  const opened = closing()
  try {
    return await start(settings, extras, opened)
  } catch (error) {
    await opened.closeAll()
    throw error
  }
}
