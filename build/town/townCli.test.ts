import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { townFile } from '../../shared/testing/townFile.ts'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import { checkText } from './checkText.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const check = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'build/town/townCli.ts', ...args], { cwd: root, encoding: 'utf8' })

const fileWith = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'town-')), 'town.json')
  writeFileSync(path, text)
  return path
}

describe('checking a town file', () => {
  test('[T14] a sound file ends with 0 and says what it holds', () => {
    const { status, stdout } = check('check', 'resources/town/minimal.json')
    expect(status).toBe(0)
    expect(stdout).toContain('桥头镇')
  })

  test('[T14] a bad file ends with 1, the place and both languages printed', () => {
    const file = townFile()
    const { status, stderr } = check('check', fileWith(JSON.stringify({ ...file, units: [...file.units, ...file.units] })))
    expect(status).toBe(1)
    expect(stderr).toContain('units[1].id')
    expect(stderr).toContain('编号 W1 重复')
    expect(stderr).toContain('already used')
  })

  test('[T14] a file that is no JSON ends with 1, a wrong call with 2', () => {
    expect(check('check', fileWith('{')).status).toBe(1)
    expect(check('mend').status).toBe(2)
  })

  test('[T14] of very many problems the first fifty are printed and the rest are counted', () => {
    const file = townFile()
    const text = checkText(parseTown({ ...file, buildings: Array.from({ length: 100 }, () => file.buildings[0]) }))
    expect(text.match(/^ {2}buildings\[[0-9]+\]\.id$/gm)?.length).toBe(50)
    expect(text).toContain('共 99 个问题')
    expect(text).toContain('其余 49 个')
  })
})
