import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskLog } from './deskLog.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'xiaonao-log-')), 'logs')
const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('[E3] an entry is a line with its time, also when what is told has several', () => {
  const home = folder()
  const log = deskLog(home, () => Date.UTC(2027, 0, 2, 3, 4, 5))
  log.info('window closed', { window: 'map' })
  log.warn('a link was not opened', { why: 'two\nlines' })
  log.trouble('settings', new Error('EACCES'))
  expect(linesOf(join(home, 'desk.log'))).toEqual([
    { at: '2027-01-02T03:04:05.000Z', level: 'info', what: 'window closed', window: 'map' },
    { at: '2027-01-02T03:04:05.000Z', level: 'warn', what: 'a link was not opened', why: 'two\nlines' },
    { at: '2027-01-02T03:04:05.000Z', level: 'error', what: 'settings', error: expect.stringContaining('Error: EACCES') as string },
  ])
})

test('[E3] a very long error is cut', () => {
  const home = folder()
  deskLog(home, () => 0).trouble('page', 'x'.repeat(100_000))
  expect(statSync(join(home, 'desk.log')).size).toBeLessThan(5_000)
})

test('[E3] the newest files are kept and the oldest goes', () => {
  const home = folder()
  const log = deskLog(home, () => 0)
  for (let turn = 0; turn < 8; turn += 1) {
    log.info('turn', { turn })
    writeFileSync(
      join(home, 'desk.log'),
      `${readFileSync(join(home, 'desk.log'), 'utf8')}${JSON.stringify({ fill: 'x'.repeat(1024 * 1024) })}\n`,
    )
  }
  log.info('turn', { turn: 8 })
  expect(readdirSync(home).toSorted()).toEqual(['desk.1.log', 'desk.2.log', 'desk.3.log', 'desk.4.log', 'desk.log'])
  expect(linesOf(join(home, 'desk.log'))).toMatchObject([{ turn: 8 }])
  expect(linesOf(join(home, 'desk.1.log'))[0]).toMatchObject({ turn: 7 })
  expect(linesOf(join(home, 'desk.4.log'))[0]).toMatchObject({ turn: 4 })
})

test('[E3] where nothing can be written the program goes on', () => {
  const home = mkdtempSync(join(tmpdir(), 'xiaonao-log-'))
  writeFileSync(join(home, 'file'), '')
  const log = deskLog(join(home, 'file', 'logs'), () => 0)
  expect(() => log.info('window closed')).not.toThrow()
})
