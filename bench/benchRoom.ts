import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { values } from '../shared/domain/board/table.ts'
import type { Actor } from '../shared/domain/actor.ts'
import { AccountId, CommandId, UnitId } from '../shared/domain/ids.ts'
import type { Command, IncomingReport } from '../shared/domain/command.ts'
import type { Stage } from '../shared/domain/sla/profile.ts'
import type { OpenTown } from '../server/composition/openTown.ts'
import { startServer, type RunningServer } from '../server/server.ts'
import { readSettings } from '../server/settings.ts'

/** A person who works in every bench. */
export const benchOperator: Actor = { kind: 'person', id: AccountId.parse('operator1'), name: '沈佳', role: 'operator' }

export const benchPassword = 'tide-at-eighth-moon'

let count = 0
export const benchId = (): CommandId => CommandId.parse(`bench:${++count}:${process.pid}`)

/** The example town's server on a free port and a folder of its own; the first of its towns with it. */
export const withRoom = async <T>(work: (server: RunningServer, town: OpenTown) => Promise<T>, data?: string): Promise<T> => {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'bench-room-')))
  const settled = readSettings(['--port', '0', '--data', folder, '--log-level', 'silent'], { XIAONAO_EXAMPLE_PASSWORD: benchPassword })
  if (!settled.ok) throw new Error(settled.problem)
  const server = await startServer(settled.settings, { onTrouble: (error, what) => console.error(what, error) })
  const [town] = server.towns.values()
  if (!town) throw new Error('The server opened no town')
  try {
    return await work(server, town)
  } finally {
    await server.close()
    if (data === undefined) await rm(folder, { recursive: true })
  }
}

/** Raises the town to so many units: the example's, again and again under new names. */
export const enrollUnits = async (town: OpenTown, wanted: number): Promise<void> => {
  const known = [...values(town.desk.kept().units)].map((unit) => unit.definition)
  const more = Array.from({ length: Math.max(0, wanted - known.length) }, (_, i) => {
    const like = known[i % known.length]
    if (!like) throw new Error('The example town has no units')
    return {
      ...like,
      id: UnitId.parse(`Z${i + 1}`),
      home: [like.home[0] + ((i % 17) - 8) * 2e-4, like.home[1] + ((i % 13) - 6) * 2e-4] as const,
    }
  })
  await town.desk.do({ type: 'units.enroll', definitions: more }, { id: benchId(), by: { kind: 'clock' }, origin: 'bench' })
}

const texts = [
  '楼上半夜装修，电钻声音很大，孩子睡不着',
  '小区门口有人占道摆摊，油烟很大',
  '我的钱包丢在出租车上了，里面有身份证',
  '地下车库车位被占，对方不肯挪车',
  '物业不让装充电桩，双方吵起来了，没有动手',
  '路口两辆电动车碰了一下，人没事，要求调解',
]

/** A report like those of an ordinary evening, somewhere in the town. */
export const someReport = (town: OpenTown, n: number): IncomingReport => {
  const building = town.town.buildings[(n * 7) % town.town.buildings.length]
  return {
    channel: '110',
    outsideId: `bench-${n}`,
    saidAt: null,
    text: `${building?.address ?? ''}${building?.name ?? ''}，${texts[n % texts.length] ?? ''}`,
    caller: { name: '报警人', phone: `1380000${String(n % 10_000).padStart(4, '0')}` },
    placeText: building?.address ?? '',
    point: building?.point ?? null,
    building: null,
    code110: null,
    photos: [],
  }
}

/** Brings so many reports, a hundred at a time. */
export const openIncidents = async (town: OpenTown, wanted: number): Promise<void> => {
  for (let begun = 0; begun < wanted; begun += 100) {
    const batch = Array.from({ length: Math.min(100, wanted - begun) }, (_, i) =>
      town.bring(someReport(town, begun + i), { id: benchId(), by: { kind: 'channel', channel: '110' }, origin: 'bench', mayBeOld: false }),
    )
    const answers = await Promise.all(batch)
    const refused = answers.find((answer) => !answer.ok)
    if (refused) throw new Error(`A report of the bench was refused: ${JSON.stringify(refused)}`)
  }
}

/**
 * Makes every limit a hundred times as long: incidents that a bench opened in one second would otherwise all be warned of
 * in one second, in the middle of what is measured; no room has that.
 */
export const lengthenLimits = async (town: OpenTown): Promise<void> => {
  const { profiles, profileInForce } = town.desk.kept()
  const long = (stage: Stage): Stage => ({ ...stage, limitMs: stage.limitMs * 100 })
  const command: Command = {
    type: 'sla.set',
    profiles: profiles.map((one) => ({ ...one, stages: one.stages.map(long) })),
    inForce: profileInForce,
  }
  const { answer } = await town.desk.do(command, { id: benchId(), by: { kind: 'clock' }, origin: 'bench' })
  if (!answer.ok) throw new Error(`The limits of the bench were refused: ${JSON.stringify(answer.refusal)}`)
}
