import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { install, type InstallNeeds } from './install.ts'

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const needs = (more: Partial<InstallNeeds>) => {
  const ran: string[] = []
  const run: InstallNeeds['run'] = async (program, args) => {
    ran.push([program, ...args].join(' '))
    return 0
  }
  return {
    ran,
    needs: {
      kind: 'deb',
      appImage: null,
      resources: '/opt/xiaonao/resources',
      run,
      openFile: async () => true,
      ...more,
    } satisfies InstallNeeds,
  }
}

describe('an AppImage', () => {
  const laid = () => {
    const [folder, staging] = [aFolder(), aFolder()]
    const [appImage, file] = [join(folder, 'xiaonao.AppImage'), join(staging, 'new.AppImage')]
    writeFileSync(appImage, 'old', { mode: 0o755 })
    writeFileSync(file, 'new', { mode: 0o500 })
    return { folder, appImage, file }
  }

  test('[U16] the new one takes the old one’s place under its name and can be run; the old one stays beside it', async () => {
    const { folder, appImage, file } = laid()
    expect(await install(file, needs({ kind: 'AppImage', appImage }).needs)).toBe('done')
    expect([readFileSync(appImage, 'utf8'), statSync(appImage).mode & 0o777]).toEqual(['new', 0o755])
    expect(readFileSync(`${appImage}.previous`, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('[U16] when it cannot be put there, the old one is as it was, and nothing lies about', async () => {
    const { folder, appImage } = laid()
    expect(await install(join(folder, 'not-there'), needs({ kind: 'AppImage', appImage }).needs)).toBe('not-installed')
    expect([readFileSync(appImage, 'utf8'), existsSync(`${appImage}.new`)]).toEqual(['old', false])
    const other = laid()
    mkdirSync(`${other.appImage}.new`)
    expect(await install(other.file, needs({ kind: 'AppImage', appImage: other.appImage }).needs)).toBe('not-installed')
    expect(readFileSync(other.appImage, 'utf8')).toBe('old')
  })
})

describe('a package that the system installs', () => {
  test('[U16] the right to do it is asked of a person by the system, and no shell reads what is run', async () => {
    const { ran, needs: all } = needs({ kind: 'deb' })
    expect(await install('/home/a b/$(reboot).deb', all)).toBe('done')
    expect(ran).toEqual(['/usr/bin/pkexec /usr/bin/dpkg --install /home/a b/$(reboot).deb'])
    const windows = needs({ kind: 'nsis', resources: '/r' })
    expect(await install('/u/x.exe', windows.needs)).toBe('begun')
    expect(windows.ran).toEqual(['/r/elevate.exe /u/x.exe --updated /S --force-run'])
  })

  test.each([126, 127, 1])('[U16] a person who may not or will not, or an installer that fails (%i): not installed', async (code) => {
    for (const kind of ['deb', 'nsis'] as const)
      expect(await install('/x', needs({ kind, run: async () => code }).needs)).toBe('not-installed')
  })

  test('[U16] a machine without the program that asks: not installed', async () => {
    const run = () => Promise.reject(new Error('ENOENT'))
    for (const kind of ['deb', 'nsis'] as const) expect(await install('/x', needs({ kind, run }).needs)).toBe('not-installed')
  })

  test('[U16] on macOS the image is opened and a person goes on', async () => {
    expect(await install('/x.dmg', needs({ kind: 'dmg' }).needs)).toBe('handed-over')
    expect(await install('/x.dmg', needs({ kind: 'dmg', openFile: async () => false }).needs)).toBe('not-installed')
  })
})
