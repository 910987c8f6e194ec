import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { BrowserWindow } from 'electron'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDisplay, aPlacement } from '../../shared/testing/aDesk.ts'
import { freshElectron } from '../testing/electron.ts'
import { diagnosticsOf, type Facts } from './diagnosticsOf.ts'
import { exportDiagnostics } from './exportDiagnostics.ts'
import { logTail } from './logTail.ts'
import { redacted } from './redacted.ts'

test.each([
  [
    '{"at":"2027-01-02T03:04:05.000Z","what":"window closed","window":"map"}',
    '{"at":"2027-01-02T03:04:05.000Z","what":"window closed","window":"map"}',
  ],
  ['at servePage (app://xiaonao/assets/console-Bk1.js:10:15)', 'at servePage (app://xiaonao/assets/console-Bk1.js:10:15)'],
  ['Electron 45.5.0, 1920,1080', 'Electron 45.5.0, 1920,1080'],
  ['caller 13812345678', 'caller …'],
  ['caller 138 1234 5678', 'caller …'],
  ['caller +86-10-6512-3456', 'caller +…'],
  ['１３８１２３４５６７８', '…'],
  ['id 11010519491231002X', 'id …'],
  ['GET https://room.example:8135/api/people/wang?q=1', 'GET https://…'],
  ['wss://room.example/socket.io', 'wss://…'],
  ['connect ECONNREFUSED 10.0.0.8:8135', 'connect ECONNREFUSED IP …:8135'],
  ['connect ECONNREFUSED fd00:0:0:8::1', 'connect ECONNREFUSED IP …'],
  ['app://xiaonao/?region=map&person=wang', 'app://xiaonao/'],
  ['Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', 'Bearer …'],
  ['-----BEGIN PRIVATE KEY-----\nMIG/HAg+EAM\n-----END PRIVATE KEY-----\nafter', 'PEM …\nafter'],
  ['-----BEGIN CERTIFICATE----- MIIB', 'PEM …'],
  ["EACCES: '/home/wang/.config/xiaonao/workstation.json'", "EACCES: '/home/…/.config/xiaonao/workstation.json'"],
  ['C:\\Users\\王敏\\AppData', 'C:\\Users\\…\\AppData'],
])('[G19] %s leaves as %s', (said, left) => expect(redacted(said)).toBe(left))

const words = fc.constantFrom('', 'window', ' ', 'caller ', '"', ':', '=', 'at ', '\n', '王敏', '电话')
const around = fc.tuple(words, words)

test('[G19] no number of five or more figures stays, whatever stands about it', () => {
  const number = fc
    .tuple(fc.stringMatching(/^[0-9]{5,18}$/), fc.constantFrom('', ' ', '-', '.'))
    .map(([figures, by]) => [...figures].join(by))
  fc.assert(
    fc.property(number, around, (secret, [before, after]) => {
      expect(redacted(`${before}${secret}${after}`)).not.toMatch(/\p{Nd}([ .-]?\p{Nd}){4}/u)
    }),
  )
})

test('[G19] no token and no host stays', () => {
  const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)
  const address = fc.webUrl({ withQueryParameters: true, withFragments: true })
  fc.assert(
    fc.property(token, address, around, (secret, url, [before, after]) => {
      const left = redacted(`${before}${secret} ${url} ${after}`)
      expect(left).not.toContain(secret)
      expect(left).not.toContain(new URL(url).hostname)
    }),
  )
})

const facts: Facts = {
  at: Date.UTC(2027, 0, 2),
  versions: { xiaonao: '0.1.0', electron: '45.5.0' },
  settings: {
    language: 'zh-CN',
    hotKey: 'F9',
    hasHotKey: true,
    startsWithSystem: false,
    keepsSession: true,
    proxy: 'fixed_servers',
    room: 'server',
    trusts: 1,
  },
  displays: [aDisplay({ label: '王敏 13812345678' })],
  windows: [aPlacement({ wall: '东墙', region: 'wall' })],
  layouts: [[aPlacement({ id: 'wang' })]],
  processes: [{ type: 'Tab', memoryKb: 120_000, cpuPercent: 3 }],
  log: ['{"what":"a link was not opened","url":"https://room.example/x"}'],
}

test('[G19] the file tells how the desk is made, without the names that people gave', () => {
  const text = diagnosticsOf(facts)
  expect(text).not.toMatch(/room\.example|138|东墙|wang/)
  expect(JSON.parse(text)).toMatchObject({
    at: '2027-01-02T00:00:00.000Z',
    windows: [{ region: 'wall', mode: 'normal', zoom: 1 }],
    displays: [{ bounds: { width: 1920 }, isPrimary: true }],
    processes: [{ type: 'Tab', memoryKb: 120_000 }],
  })
})

test('the last lines of the log are taken, and a line that was cut is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaonao-log-'))
  expect(logTail(folder)).toEqual([])
  writeFileSync(join(folder, 'desk.1.log'), `${`{"n":0,"fill":"${'x'.repeat(1_000)}"}\n`.repeat(500)}{"n":1}\n`)
  writeFileSync(join(folder, 'desk.log'), '{"n":2}\n{"n":')
  const tail = logTail(folder)
  expect(tail.slice(-2)).toEqual(['{"n":1}', '{"n":2}'])
  expect(tail.length).toBeGreaterThan(100)
  expect(tail.join('\n').length).toBeLessThan(300_000)
})

test('[E22] the file is written where the person says, and stopping or a full disk is told', async () => {
  const { dialog } = freshElectron()
  const folder = mkdtempSync(join(tmpdir(), 'xiaonao-diagnostics-'))
  const troubles: unknown[] = []
  const file = () =>
    exportDiagnostics(
      new BrowserWindow(),
      '2027-01-02',
      () => '{"a":1}',
      (error) => troubles.push(error),
    )
  expect(await file()).toEqual({ ok: false, why: 'stopped' })
  dialog.chosen = join(folder, 'x.json.gz')
  expect(await file()).toEqual({ ok: true, path: dialog.chosen })
  expect(gunzipSync(readFileSync(dialog.chosen)).toString()).toBe('{"a":1}')
  mkdirSync(join(folder, 'taken', 'x'), { recursive: true })
  dialog.chosen = join(folder, 'taken')
  expect(await file()).toEqual({ ok: false, why: 'cannot-write' })
  expect(troubles).toHaveLength(1)
  expect(dialog.asked[0]).toMatchObject({ defaultPath: 'xiaonao-diagnostics-2027-01-02.json.gz' })
})
