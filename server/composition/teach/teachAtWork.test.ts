import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { BrainState } from '../../../shared/contracts/teaching.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import type { Command } from '../../../shared/domain/command.ts'
import { AccountId, CommandId } from '../../../shared/domain/ids.ts'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { recipe } from '../../classify/learning/learnModel.ts'
import { startServer, type RunningServer } from '../../server.ts'
import { readSettings } from '../../settings.ts'
import type { RunTraining } from '../../teach/training.ts'
import { loadShipped, teachAndMeasure, type Shipped } from './teachAndMeasure.ts'

const password = 'a-morning-by-the-river'
const root = join(import.meta.dirname, '../../..')
const operator: Actor = { kind: 'person', id: AccountId.parse('operator1'), name: '沈佳', role: 'operator' }

let shipped: Shipped
beforeAll(async () => {
  const whole = await loadShipped(join(root, 'resources'))
  shipped = { ...whole, sources: whole.sources.map((source) => ({ ...source, texts: source.texts.filter((_, i) => i % 40 === 0) })) }
})

/** The real training, on a fortieth of the texts and in a second. */
const tinyTraining: RunTraining = (job, onStep) => ({
  result: Promise.resolve().then(() =>
    teachAndMeasure(job, shipped, { how: { ...recipe, members: 1, membersJudged: 1, width: 12, epochs: 4, mostRows: 20_000 }, onStep }),
  ),
  cancel: () => {},
})

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const aFolder = async () => {
  const data = await mkdtemp(join(tmpdir(), 'teach-'))
  undo.push(() => rm(data, { recursive: true }))
  return data
}

const start = async (data: string): Promise<RunningServer> => {
  const read = readSettings(['--port', '0', '--data', data, '--log-level', 'silent'], { XIAONAO_EXAMPLE_PASSWORD: password })
  if (!read.ok) throw new Error(read.problem)
  const server = await startServer(read.settings, { root, runTraining: tinyTraining })
  undo.push(server.close)
  return server
}

const supervisorOf = async (server: RunningServer) => {
  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${server.address}/api/${path}`, {
      method,
      headers: { 'x-xiaonao': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const signedIn = await ask('POST', 'session', {}, { account: 'supervisor1', password })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    state: async () => (await (await ask('GET', 'manage/brain', { cookie })).json()) as BrainState,
    train: async () => (await ask('POST', 'manage/brain/training', { cookie })).status,
    putInForce: async (number: number, was: number) => (await ask('PUT', 'manage/brain/in-force', { cookie }, { number, was })).status,
  }
}

const roomOf = (server: RunningServer) => {
  const [room] = server.towns.values()
  if (!room) throw new Error('a server has a town')
  let count = 0
  const say = async (command: Command) => {
    const id = CommandId.parse(`by-hand-${room.desk.board().position}-${++count}`)
    const { answer } = await room.desk.do(command, { id, by: operator, origin: 'test' })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
  const report = async (text: string) => {
    const before = room.desk.board().nextIncident
    const blank = { outsideId: null, saidAt: null, placeText: '', point: null, building: null, code110: null, photos: [] }
    const incoming = { channel: 'operator', text, caller: { name: null, phone: null }, ...blank } as const
    const id = CommandId.parse(`report-${room.desk.board().position}-${++count}`)
    await room.bring(incoming, { id, by: operator, origin: 'test', mayBeOld: false })
    const incident = incidentOf(room.desk.board(), `E-${before}` as never)
    if (!incident) throw new Error(text)
    return incident
  }
  /** A person says what it is, and it is closed. */
  const correct = async (text: string, kind: string) => {
    const { id, ...was } = await report(text)
    const seen = { kind: was.kind, nature: was.nature, urgency: was.urgency, policeNeeded: was.policeNeeded }
    const changes = { kind: KindCode.parse(kind), nature: 'civil', urgency: 'normal', policeNeeded: false } as const
    await say({ type: 'incident.amend', incident: id, changes, was: seen })
    await say({ type: 'incident.close', incident: id, outcome: '已办结', note: '' })
  }
  return { room, report, correct }
}

const spoken = '门口那台咕噜机又不转了，麻烦来看看'

test('[B80][B84][B87][B88][B89] what people corrected is learnt, measured, put in force, kept over a restart and taken back', async () => {
  const data = await aFolder()
  const server = await start(data)
  const { room, report, correct } = roomOf(server)
  const supervisor = await supervisorOf(server)
  expect(await supervisor.train()).toBe(409)
  for (let i = 0; i < 40; i++) await correct(`${i + 1} 号${['楼', '铺', '院'][i % 3]}的咕噜机${['不转了', '坏了', '又响了'][i % 3]}`, 'C44')
  const before = await report(spoken)
  expect(before.kind).not.toBe('C44')

  expect(await supervisor.train()).toBe(204)
  await room.teaching.idle()
  const learnt = await supervisor.state()
  expect(learnt).toMatchObject({
    training: { state: 'none' },
    inForce: { number: 0 },
    examples: { incidents: 40, corrections: 40 },
    models: [{ number: 1, by: '陈慧', incidents: 40 - learnt.examples.heldBack }],
  })
  expect(JSON.stringify(learnt)).not.toContain('咕噜机')
  const [made, old] = learnt.comparison?.scores ?? []
  expect(made).toMatchObject({ number: 1, scores: { kindTop1: { of: learnt.comparison?.texts } } })
  expect(made?.scores.kindTop1.value).toBeGreaterThan(old?.scores.kindTop1.value ?? 1)
  expect((await report(spoken)).kind).toBe(before.kind)

  expect(await supervisor.putInForce(1, 0)).toBe(204)
  const after = await report(spoken)
  expect(after.kind).toBe('C44')
  expect(incidentOf(room.desk.board(), before.id)?.kind).toBe(before.kind)
  const notes = (await room.journalEvents(0, 10_000)).filter(({ event }) => event.type === 'audit.noted' && event.subject === 'brain')
  expect(notes).toMatchObject([
    { by: { id: 'supervisor1' }, event: { text: expect.stringMatching(/^研判改用 1 号模型（类别对 .*替换 出厂模型/) } },
  ])

  await server.close()
  const again = await start(data)
  expect(again.warnings).toEqual([])
  expect((await roomOf(again).report(spoken)).kind).toBe('C44')
  const later = await supervisorOf(again)
  expect(await later.putInForce(0, 1)).toBe(204)
  expect((await roomOf(again).report(spoken)).kind).toBe(before.kind)
  await again.close()
})

test('[B86] the room starts with the shipped model where the chosen one is damaged, and says so at the terminal', async () => {
  const data = await aFolder()
  await mkdir(join(data, 'brain/sijijiang'), { recursive: true })
  await writeFile(join(data, 'brain/sijijiang/in-force.json'), '{"number":3,"since":1,"by":"陈慧"}')
  const server = await start(data)
  expect(server.warnings).toEqual([expect.stringMatching(/3 号研判模型读不到.*出厂模型[\s\S]*model 3 is missing/)])
  expect(await (await supervisorOf(server)).state()).toMatchObject({ lost: { number: 3 }, inForce: { number: 0 } })
  expect((await roomOf(server).report('楼上半夜还在放音乐，吵得睡不着')).kind).toBe('C02')
})
