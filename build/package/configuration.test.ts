import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import scheme from 'app-builder-lib/scheme.json' with { type: 'json' }
import type { Configuration } from 'electron-builder'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { whyNotPacked } from './beforePack.js'
import { icoOf } from './icoOf.ts'
import { configuration, configurationText, linuxConfiguration } from './readConfiguration.ts'

const root = join(import.meta.dirname, '../..')
const valid = (of: Configuration) => validateConfiguration(of, { isEnabled: false } as never)

type FuseName = Exclude<keyof NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>

/** Required by type: a fuse that the builder learns is one that somebody has to decide on. */
const fuses: Readonly<Record<FuseName, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

type Target = { readonly target: string; readonly arch: readonly string[] }
const targetsOf = (platform: 'win' | 'linux' | 'mac') =>
  (configuration[platform]?.target as readonly Target[]).flatMap(({ target, arch }) => arch.map((one) => `${target} ${one}`)).toSorted()

describe('what is said to the builder', () => {
  test('[U1] the builder’s own schema accepts it, for Linux too, and refuses a word it does not know', async () => {
    await valid({ ...configuration, ...linuxConfiguration })
    await expect(valid({ ...configuration, electronFusses: {} } as Configuration)).rejects.toThrow('electronFusses')
  })

  test('[U2] every fuse the builder knows is set by name: nothing runs as Node, nothing is debugged from outside, nothing is read as file://', () => {
    const known = Object.keys(scheme.definitions.FuseOptionsV1.properties).filter((name) => name !== 'resetAdHocDarwinSignature')
    expect(Object.keys(fuses).toSorted()).toEqual(known.toSorted())
    expect(configuration.electronFuses).toEqual(fuses)
    expect(configuration.asar).toBe(true)
  })

  test('[U3] installers for Windows, for Linux in two forms and on two kinds of machine, and for macOS', () => {
    expect([targetsOf('win'), targetsOf('linux'), targetsOf('mac')]).toEqual([
      ['nsis x64'],
      ['AppImage arm64', 'AppImage x64', 'deb arm64', 'deb x64'],
      ['dmg arm64', 'dmg x64'],
    ])
    const { perMachine, oneClick, installerLanguages, deleteAppDataOnUninstall } = configuration.nsis ?? {}
    expect({ perMachine, oneClick, installerLanguages, deleteAppDataOnUninstall }).toEqual({
      perMachine: true,
      oneClick: false,
      installerLanguages: ['zh_CN', 'en_US'],
      deleteAppDataOnUninstall: false,
    })
    expect(readFileSync(join(root, 'build/entitlements.mac.plist'), 'utf8')).not.toMatch(/get-task-allow|allow-dyld|unsigned-executable/)
  })

  test('[U4] no address but this machine’s own is built in, and nothing is fetched while packaging but Electron and the builder’s tools', () => {
    const addresses = configurationText.match(/\bhttps?:\/\/[^\s/]+/g) ?? []
    expect(new Set(addresses)).toEqual(new Set(['http://127.0.0.1:8135']))
    expect(configuration.publish).toMatchObject({ provider: 'generic' })
    expect(configuration.npmRebuild).toBe(false)
  })

  test('[U5] xiaonao: links are the program’s, and its names in paths and files are plain letters while people read 小脑', () => {
    expect(configuration.protocols).toEqual([{ name: '小脑', schemes: ['xiaonao'] }])
    expect([configuration.productName, configuration.nsis?.shortcutName]).toEqual(['小脑', '小脑'])
    for (const { artifactName } of [configuration.win, configuration.linux, configuration.mac].map((one) => one ?? {}))
      expect(artifactName).toMatch(/^xiaonao-[\x20-\x7e]+$/)
    expect([configuration.win?.executableName, configuration.linux?.executableName]).toEqual(['xiaonao', 'xiaonao'])
    expect(linuxConfiguration.productName).toMatch(/^[a-z]+$/)
  })
})

describe('before a package', () => {
  const asked = { isBuilt: true, machine: 'linux-x64', here: 'linux-x64', folder: 'xiaonao' }

  test('[U6] what was not built from these sources, or would land in a path that is not plain letters on Linux, is not packed', () => {
    expect(whyNotPacked(asked)).toBeUndefined()
    expect(whyNotPacked({ ...asked, isBuilt: false })).toContain('npm run build')
    expect(whyNotPacked({ ...asked, folder: '小脑' })).toContain('npm run package')
    expect(whyNotPacked({ ...asked, machine: 'win32-x64', here: 'win32-x64', folder: '小脑' })).toBeUndefined()
  })

  test.each(['linux-arm64', 'win32-x64', 'darwin-arm64'])('[U6] natives of this machine are not packed for %s', (machine) => {
    expect(whyNotPacked({ ...asked, machine })).toContain(machine)
  })
})

describe('icons', () => {
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

  test.each(sizes)('[U7] a picture of %i pixels a side is there, with a clear corner and the sign drawn', async (size) => {
    const { data, info } = await sharp(join(root, `build/icons/${size}x${size}.png`))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const alphaAt = (x: number, y: number) => data[(y * size + x) * 4 + 3]
    expect([info.width, info.height, alphaAt(0, 0), alphaAt(size >> 1, 1)]).toEqual([size, size, expect.any(Number), 255])
    expect(alphaAt(0, 0)).toBeLessThan(255)
    expect(new Set(data).size).toBeGreaterThan(8)
  })

  test('[U7] the icon of Windows holds the sizes that it asks for, each where its entry says', () => {
    const ico = readFileSync(join(root, 'build/icons/icon.ico'))
    const inside = [16, 24, 32, 48, 64, 128, 256].map((size) => ({
      size,
      png: readFileSync(join(root, `build/icons/${size}x${size}.png`)),
    }))
    expect(ico.equals(icoOf(inside))).toBe(true)
    for (const [at, { png }] of inside.entries()) {
      const [length, offset] = [ico.readUInt32LE(6 + 16 * at + 8), ico.readUInt32LE(6 + 16 * at + 12)]
      expect(ico.subarray(offset, offset + length).equals(png)).toBe(true)
    }
  })
})
