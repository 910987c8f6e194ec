import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fileFor, installationOf, type Installation } from './installation.ts'
import { lookForUpdate } from './lookForUpdate.ts'
import { compareVersions, isPlainName, releaseOf } from './release.ts'
import { updateKey } from './signature.ts'
import { aKey, fileOf, inParts, listOf, placeOf, signed } from './testing/aRelease.ts'

const { publicKey, privateKey } = aKey()
const installation: Installation = { kind: 'deb', list: 'latest-linux.yml', arch: 'x64' }
const deb = fileOf('xiaonao-0.2.0-linux-amd64.deb', Buffer.from('new'))
const appImage = fileOf('xiaonao-0.2.0-linux-x86_64.AppImage', Buffer.from('newer'))

const look = (files: Parameters<typeof placeOf>[0], key: KeyObject = publicKey) =>
  lookForUpdate({ source: placeOf(files), key, installation, version: '0.1.5' })
const offered = (list: string, as = installation.list) => ({
  [installation.list]: list,
  [`${installation.list}.sig`]: signed(privateKey, as, list),
})
const refused = (why: string) => ({ found: 'refused', why })

describe('what the room offers', () => {
  test('[U13] a newer version, signed: its one file for this machine', async () => {
    expect(await look(offered(listOf('0.2.0', [appImage, deb])))).toEqual({ found: 'newer', version: '0.2.0', file: deb })
  })

  test('[U13] no list, or the version that runs already: nothing', async () => {
    expect(await look({})).toEqual({ found: 'nothing' })
    expect(await look(offered(listOf('0.1.5', [deb])))).toEqual({ found: 'nothing' })
  })

  test.each(['0.1.4', '0.0.99', '0.1.0'])('[U17] %s is older than what runs and is refused, however well it is signed', async (version) => {
    expect(await look(offered(listOf(version, [deb])))).toEqual(refused('older'))
  })

  test('[U18] no clock is asked: a list dated decades ahead or behind is as good as its version', async () => {
    for (const releaseDate of ['1970-01-01T00:00:00.000Z', '2099-12-31T00:00:00.000Z', 'never'])
      expect(await look(offered(listOf('0.2.0', [deb], { releaseDate })))).toMatchObject({ found: 'newer' })
  })
})

describe('signatures', () => {
  const list = listOf('0.2.0', [deb])
  const name = installation.list

  test('[U17] a list without a signature, with another’s, with a broken one, or changed by one letter is nobody’s', async () => {
    const good = signed(privateKey, name, list)
    for (const signature of ['', signed(aKey().privateKey, name, list), good.slice(0, -4), `${good}AAAA`, 'x'.repeat(2_000), '\u0000'])
      expect(await look({ [name]: list, [`${name}.sig`]: signature }), signature).toEqual(refused('bad-signature'))
    expect(await look({ [name]: list })).toEqual(refused('bad-signature'))
    expect(await look({ [name]: list.replace('0.2.0', '0.3.0'), [`${name}.sig`]: good })).toEqual(refused('bad-signature'))
  })

  test('[U17] a list that was signed for other machines is none for this one', async () => {
    for (const other of ['latest.yml', 'latest-linux-arm64.yml', 'latest-mac.yml'])
      expect(await look(offered(list, other))).toEqual(refused('bad-signature'))
  })

  test('[U17] only an ed25519 key is a room’s key; with any other there are no updates', () => {
    expect(updateKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())?.equals(publicKey)).toBe(true)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(['', 'no key', rsa].map(updateKey)).toEqual([null, null, null])
  })
})

describe('lists that mean harm', () => {
  const bombs = `a: &a [${'x,'.repeat(50)}]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(50)}]`).join('\n')}`

  test.each([
    ['a path upwards', listOf('0.2.0', [{ ...deb, url: '../../evil.deb' }])],
    ['another host', listOf('0.2.0', [{ ...deb, url: 'https://elsewhere.example/evil.deb' }])],
    ['a path of Windows', listOf('0.2.0', [{ ...deb, url: 'C:\\evil.deb' }])],
    ['a flag in place of a name', listOf('0.2.0', [{ ...deb, url: '--force-all.deb' }])],
    ['a line in a name', listOf('0.2.0', [{ ...deb, url: 'a\nb.deb' }])],
    ['two files that could be meant', listOf('0.2.0', [deb, { ...deb, url: 'other.deb' }])],
    ['no file for this machine', listOf('0.2.0', [appImage])],
    ['no files', listOf('0.2.0', [])],
    ['no size', listOf('0.2.0', [{ url: deb.url, sha512: deb.sha512 }])],
    ['a size beyond all disks', listOf('0.2.0', [{ ...deb, size: 1e15 }])],
    ['a size below zero', listOf('0.2.0', [{ ...deb, size: -1 }])],
    ['a short hash', listOf('0.2.0', [{ ...deb, sha512: 'AAAA' }])],
    ['a version that is none', listOf('latest', [deb])],
    ['a version with more than numbers', listOf('0.2.0-evil', [deb])],
    ['a number for a version', 'version: 2\nfiles: []\n'],
    ['names that stand for names', bombs],
    ['a tag', 'version: !!js/function "1"\n'],
    ['no YAML', '{{{'],
    ['nothing but null', 'null\n'],
  ])('[U18] %s: refused, though it is signed', async (_, list) => {
    expect(await look(offered(list))).toEqual(refused('malformed'))
  })

  test('[U18] a list that does not end is left before it has filled anything', async () => {
    let asked = 0
    const endless = async function* () {
      for (;;) {
        asked += 1
        yield Buffer.alloc(16 * 1024, 'a')
      }
    }
    expect(await look({ [installation.list]: endless, [`${installation.list}.sig`]: 'x' })).toEqual(refused('malformed'))
    expect(asked).toBeLessThan(10)
    expect(await look({ [installation.list]: listOf('0.2.0', [deb]), [`${installation.list}.sig`]: endless })).toEqual(
      refused('bad-signature'),
    )
  })

  test('[U18] a connection that breaks, at once or in the middle: unreachable', async () => {
    const breaks = async function* () {
      yield* inParts(Buffer.from('version'))
      throw new Error('gone')
    }
    expect(await look({ [installation.list]: breaks })).toEqual(refused('unreachable'))
    const source = () => Promise.reject(new Error('gone'))
    expect(await lookForUpdate({ source, key: publicKey, installation, version: '0.1.5' })).toEqual(refused('unreachable'))
  })
})

test.each([
  ['1.0.0', '0.99.99', 1],
  ['0.10.0', '0.9.0', 1],
  ['0.1.10', '0.1.9', 1],
  ['0.1.0', '0.1.0', 0],
  ['0.1.0', '0.2.0', -1],
])('[U17] %s beside %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign)
})

test('[U18] a name is plain or no name', () => {
  expect(['xiaonao-0.2.0-win-x64.exe', 'a'].map(isPlainName)).toEqual([true, true])
  expect(['', '.', '..', 'a..b', '.hidden', 'a/b', 'a\\b', 'a b', '小脑.exe', 'a'.repeat(200), '-x'].filter(isPlainName)).toEqual([])
})

test('[U13] each kind of installation looks at the list and takes the file that are meant for it', () => {
  const machine = { platform: 'linux', arch: 'x64', appImage: null, packageType: null }
  expect(installationOf(machine)).toBeNull()
  expect(installationOf({ ...machine, packageType: 'deb', arch: 'arm64' })).toEqual({
    kind: 'deb',
    list: 'latest-linux-arm64.yml',
    arch: 'arm64',
  })
  expect(installationOf({ ...machine, packageType: 'deb', appImage: '/home/a/x.AppImage' })?.kind).toBe('AppImage')
  expect(installationOf({ ...machine, platform: 'win32' })).toMatchObject({ kind: 'nsis', list: 'latest.yml' })
  const mac = installationOf({ ...machine, platform: 'darwin', arch: 'arm64' })
  const list = releaseOf(
    listOf(
      '0.2.0',
      ['x64', 'arm64'].map((arch) => fileOf(`xiaonao-0.2.0-mac-${arch}.dmg`, Buffer.from(arch))),
    ),
  )
  expect(mac && list && fileFor(mac, list)?.url).toBe('xiaonao-0.2.0-mac-arm64.dmg')
})
