import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { autostartEntry } from './autostartEntry.ts'
import { startWithSystem } from './startWithSystem.ts'

const surroundings = { program: '/opt/小脑/xiaonao', configHome: '/nowhere', args: ['--wall', '东墙'] }

test.each(['win32', 'darwin'] as const)('[E12] on %s the system’s own list is asked', (platform) => {
  const { app } = freshElectron()
  startWithSystem({ ...surroundings, platform }, true)
  startWithSystem({ ...surroundings, platform }, false)
  expect(app.loginItems).toEqual([
    { openAtLogin: true, path: '/opt/小脑/xiaonao', args: ['--wall', '东墙'] },
    { openAtLogin: false, path: '/opt/小脑/xiaonao', args: ['--wall', '东墙'] },
  ])
})

test('[E12] on Linux a file in the session’s autostart folder says so, and is gone when it should not', () => {
  const configHome = mkdtempSync(join(tmpdir(), 'xiaonao-config-'))
  const entry = join(configHome, 'autostart/xiaonao.desktop')
  startWithSystem({ ...surroundings, configHome, platform: 'linux' }, true)
  expect(readFileSync(entry, 'utf8')).toContain('Exec="/opt/小脑/xiaonao" "--wall" "东墙"\n')
  startWithSystem({ ...surroundings, configHome, platform: 'linux' }, false)
  startWithSystem({ ...surroundings, configHome, platform: 'linux' }, false)
  expect(existsSync(entry)).toBe(false)
})

/** As the specification of desktop entries says that an `Exec` line is read. */
const wordsOf = (entry: string): readonly string[] => {
  const exec =
    entry
      .split('\n')
      .find((line) => line.startsWith('Exec='))
      ?.slice(5) ?? ''
  const unescaped = exec.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
  return [...unescaped.matchAll(/"((?:\\.|[^"\\])*)"/gs)].map(([, word = '']) => word.replace(/\\(.)/gs, '$1').replace(/%%/g, '%'))
}

test('[E12] whatever the path is called, one program is started, with exactly these words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '$', '`', '%', 'f', "'", ';', '脑') }), {
        minLength: 1,
        maxLength: 4,
      }),
      (words) => {
        const [program = '', ...args] = words
        expect(wordsOf(autostartEntry(program, args))).toEqual(words)
      },
    ),
  )
})
