import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncomingReport } from '../../shared/domain/command.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { CommandId } from '../../shared/domain/ids.ts'
import { startServer, type RunningServer } from '../server.ts'
import { readSettings } from '../settings.ts'
import { readTownFiles, type TownFiles } from './townFiles.ts'
import { understanding } from './understanding.ts'

const root = join(import.meta.dirname, '../..')
const password = 'a-morning-by-the-river'
const said: IncomingReport = {
  channel: 'operator',
  outsideId: null,
  saidAt: null,
  text: '我家楼下有人打架',
  caller: { name: null, phone: '+86 138-0000-8001' },
  placeText: '',
  point: null,
  building: null,
  code110: null,
  photos: [],
}

let data: string
let files: TownFiles
let server: RunningServer
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'homes-'))
  files = await readTownFiles(join(root, 'resources'), null)
  const read = readSettings(['--port', '0', '--data', data, '--log-level', 'silent'], { XIAONAO_EXAMPLE_PASSWORD: password })
  if (!read.ok) throw new Error(read.problem)
  server = await startServer(read.settings, { root })
})
afterAll(async () => {
  await server.close()
  await rm(data, { recursive: true })
})

const buildingOf = (name: string) => files.town.buildings.find((one) => one.name === name)?.id ?? expect.fail(name)
const room = () => [...server.towns.values()][0] ?? expect.fail('no town is open')

const ask = (path: string, cookie = '', body?: unknown) =>
  fetch(`${server.address}${path}`, {
    headers: { 'x-xiaonao': '1', cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })

test('[B73] what is typed so far offers what it may be the beginning of', () => {
  const labels = (typed: string) =>
    room()
      .findPlaces(typed)
      .map(({ label }) => label)
  expect(labels('太和苑')).toEqual(expect.arrayContaining(['太和苑', '太和苑1幢', '太和苑2幢']))
  expect(new Set(labels('太和苑')).size).toBe(labels('太和苑').length)
  expect(labels('太和苑3幢2单元301')[0]).toBe('太和苑3幢2单元301室')
})

describe('where a caller lives', () => {
  test('[B69] a registered number that speaks of home is located at its door, also when the operator typed no more than that', async () => {
    const { locate } = await understanding(join(root, 'resources'), files.taxonomy, files.town, files)
    const home = { building: buildingOf('太和苑3幢'), text: '太和苑3幢2单元301室（我家楼下）' }
    expect(locate(said)).toMatchObject(home)
    expect(locate({ ...said, text: '有人打架', placeText: '我家楼下' })).toMatchObject(home)
    expect(locate({ ...said, text: '我家楼下，海棠苑5幢有人打架' }).building).toBe(buildingOf('海棠苑5幢'))
    expect(locate({ ...said, caller: { name: null, phone: '13800007777' } }).building).toBeNull()
    expect(locate({ ...said, text: '有人打架' }).building).toBeNull()
  })

  test('[B69] of another number the newest earlier matter in a house where people live tells it, less surely', async () => {
    const { locate, asksForHome } = await understanding(join(root, 'resources'), files.taxonomy, files.town, files)
    const stranger = { ...said, caller: { name: null, phone: '13800007777' } }
    const [mall, home] = [buildingOf('太和广场1幢'), buildingOf('海棠苑5幢')]
    expect(locate(stranger, [mall, home, buildingOf('太和苑1幢')])).toMatchObject({ building: home })
    expect(locate(stranger, [mall]).building).toBeNull()
    expect([stranger, said, { ...stranger, text: '打架' }, { ...stranger, caller: { name: null, phone: null } }].map(asksForHome)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('[B69] a report is kept with the home of its caller', async () => {
    const id = CommandId.parse('test:home-0001')
    const brought = await room().bring(said, { id, by: { kind: 'channel', channel: '110' }, origin: 'test', mayBeOld: false })
    if (!brought.ok) return expect.fail(brought.refusal.reason)
    expect(incidentOf(room().desk.kept(), brought.incident)?.place.building).toBe(buildingOf('太和苑3幢'))
  })

  test('[B69] a report is kept also when the earlier matters of its number cannot be read', async () => {
    room().earlierMattersAre(() => Promise.reject(new Error('the disk is gone')))
    const id = CommandId.parse('test:home-0002')
    const stranger = { ...said, caller: { name: null, phone: '13800007777' } }
    const brought = await room().bring(stranger, { id, by: { kind: 'channel', channel: '110' }, origin: 'test', mayBeOld: false })
    expect(brought.ok).toBe(true)
  })

  test('[B70] a number that somebody typed tells nobody where its owner lives', async () => {
    const { locate, asksForHome } = await understanding(join(root, 'resources'), files.taxonomy, files.town, files)
    for (const channel of ['citizen', 'grid', 'camera'] as const) {
      expect(locate({ ...said, channel }, [buildingOf('海棠苑5幢')])).toMatchObject({ building: null, point: null })
      expect(asksForHome({ ...said, channel, caller: { name: null, phone: '13800007777' } })).toBe(false)
    }
  })

  test('[B70] who lives where is in no message to a page: not in the town, the board, the history or the place search', async () => {
    expect(files.residents.length).toBeGreaterThan(4)
    const answer = await ask('/api/session', '', { account: 'supervisor1', password })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const town = await (await ask('/api/town', cookie)).text()
    expect(town).toContain('太和苑3幢')
    const whole = await room().tail.catchUp(0)
    const board = whole.kind === 'board' ? gunzipSync(whole.packed).toString('utf8') : ''
    expect(board + JSON.stringify(whole.events)).toContain('incident')
    const told = [town, board, JSON.stringify(whole.events), JSON.stringify(room().town), JSON.stringify(room().findPlaces('我家楼下'))]
    for (const message of told) {
      expect(message).not.toContain('residents')
      for (const { phone } of files.residents) expect(message).not.toContain(phone)
    }
    expect(room().findPlaces('我家楼下')).toEqual([])
  })
})
