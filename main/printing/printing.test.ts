import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { BrowserWindow } from 'electron'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { fileName } from '../files/fileName.ts'
import { printPage } from './printPage.ts'

test.each([
  ['交接班 2027-01-02 夜班', '交接班 2027-01-02 夜班.pdf'],
  ['E-1042 复盘（终稿）', 'E-1042 复盘（终稿）.pdf'],
  ['../../etc/passwd', 'etc_passwd.pdf'],
  ['a\\b:c*d?"<>|e', 'a_b_c_d_____e.pdf'],
  ['CON', '小脑.pdf'],
  ['lpt1.txt', '小脑.pdf'],
  ['...', '小脑.pdf'],
  ['', '小脑.pdf'],
  ['name. ', 'name.pdf'],
  ['\u202egpj.exe', 'gpj.exe.pdf'],
])('[E22] %j is filed as %s', (asked, name) => expect(fileName(asked, 'pdf')).toBe(name))

test('[E22] whatever a page calls it, it is one name and no path, for every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (asked) => {
      const name = fileName(asked, 'pdf')
      expect(basename(name)).toBe(name)
      expect(name).toMatch(/^[^\p{Cc}\p{Cf}\\/:*?"<>|\s.][^\p{Cc}\p{Cf}\\/:*?"<>|]*\.pdf$/u)
      expect(Buffer.byteLength(name)).toBeLessThan(255 + 80)
    }),
  )
})

const aWindow = () => {
  const electron = freshElectron()
  const window = new BrowserWindow()
  const [fake] = electron.desktop.windows
  if (!fake) throw new Error('no window')
  const troubles: unknown[] = []
  return {
    electron,
    fake,
    troubles,
    print: (as: 'paper' | 'pdf', name = '日志') => printPage(window, as, name, (error) => troubles.push(error)),
  }
}

test('[E22] paper: printed, stopped and no printer are told apart', async () => {
  const { fake, print } = aWindow()
  expect(await print('paper')).toEqual({ ok: true, path: null })
  fake.webContents.printing = { success: false, failureReason: 'Print job canceled' }
  expect(await print('paper')).toEqual({ ok: false, why: 'stopped' })
  fake.webContents.printing = { success: false, failureReason: 'No printers available on the network' }
  expect(await print('paper')).toEqual({ ok: false, why: 'no-printer' })
})

test('[E22] a file: the person says where, and it is there whole or not at all', async () => {
  const { electron, print, troubles } = aWindow()
  expect(await print('pdf', '../x')).toEqual({ ok: false, why: 'stopped' })
  expect(electron.dialog.asked[0]).toMatchObject({ defaultPath: 'x.pdf' })
  const folder = mkdtempSync(join(tmpdir(), 'xiaonao-print-'))
  electron.dialog.chosen = join(folder, 'x.pdf')
  expect(await print('pdf')).toEqual({ ok: true, path: electron.dialog.chosen })
  expect(readFileSync(electron.dialog.chosen, 'utf8')).toMatch(/^%PDF/)
  mkdirSync(join(folder, 'taken', 'x'), { recursive: true })
  electron.dialog.chosen = join(folder, 'taken')
  expect(await print('pdf')).toEqual({ ok: false, why: 'cannot-write' })
  expect(troubles).toHaveLength(1)
})
