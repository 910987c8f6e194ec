import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'
import { extractFile } from '@electron/asar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packForLinux, type Packed } from './testing/packForLinux.ts'
import { runPackedServer } from './testing/runPackedServer.ts'

const folder = mkdtempSync(join(tmpdir(), 'packed-'))
let packed: Packed

beforeAll(async () => {
  packed = await packForLinux(folder, (file) => readFile(file, 'utf8'))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const resources = () => join(packed.folder, 'resources')
const unpackedRoot = () => join(resources(), 'app.asar.unpacked')
const paths = () => packed.files.map(({ path }) => path)
const megabytes = (files: readonly { readonly bytes: number }[]) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000

/** What has no business on a workstation, by a name that is found in no file that has. */
const forbidden = [
  /[.]map$/,
  /(?<![.]d)[.][cm]?tsx?$/,
  /[.](test|storm|e2e|behaviour)[.]/,
  /(^|[/])([.]env|[.]data|[.]git|secret|journal[.]db|room[.]db)/,
  /[.](pem|key|p12)$/,
  /^(e2e|bench|docs|build|main|server|renderer|shared|node_modules[/][.]bin)[/]/,
  /^resources[/]corpus[/](judge|evenings)[/]/,
  /^node_modules[/](antd|@ant-design|react|react-dom|maplibre-gl|mapbox-gl|@reduxjs|socket[.]io-client|i18next|idb)[/]/,
  /^node_modules[/](electron|electron-builder|vite|vitest|typescript|node-gyp|prebuild-install|@types)[/]/,
  /[.](c|cc|cpp|gypi?|o|a|obj)$/,
]

test('[U9] nothing is packed but what runs: no tests, no sources, no maps, no secrets, no tools, nothing that pages have built in', () => {
  const strays = paths().filter((path) => path !== 'resources/update-key.pem' && forbidden.some((pattern) => pattern.test(path)))
  expect(strays).toEqual([])
  const texts = packed.files.filter(({ path }) => path.startsWith('dist/') && /[.](js|cjs|css|html|json)$/.test(path))
  const text = (path: string) => extractFile(join(resources(), 'app.asar'), path).toString()
  expect(texts.filter(({ path }) => /[/](home|root|Users|work)[/]\w/.test(text(path)))).toEqual([])
})

test('[U9] how large it is: no package of ours weighs a hundred megabytes beside Electron', () => {
  const [ours, libraries] = [
    packed.files.filter(({ path }) => !path.startsWith('node_modules/')),
    packed.files.filter(({ path }) => path.startsWith('node_modules/')),
  ]
  const inside = packed.files.filter(({ isUnpacked }) => !isUnpacked)
  console.log(
    `${packed.files.length} files, ${megabytes(packed.files).toFixed(1)} MB: ${megabytes(ours).toFixed(1)} ours, ${megabytes(libraries).toFixed(1)} libraries; ${megabytes(inside).toFixed(2)} in the archive`,
  )
  expect(megabytes(packed.files)).toBeLessThan(100)
})

test('[U10] the archive holds what Electron itself runs, whole, with the pictures it shows: the main process and the preload need no library from outside it', () => {
  const inside = packed.files.filter(({ isUnpacked }) => !isUnpacked).map(({ path }) => path)
  expect(inside.toSorted()).toEqual([
    'dist/main/main.js',
    'dist/preload/preload.cjs',
    'package.json',
    ...['alarm', 'alarm@2x', 'tray', 'tray@2x'].map((icon) => `resources/icons/${icon}.png`),
    ...(paths().includes('resources/update-key.pem') ? ['resources/update-key.pem'] : []),
  ])
  const archive = join(resources(), 'app.asar')
  const main = extractFile(archive, 'dist/main/main.js').toString()
  // At the beginning of a line: what libraries say in comments of how they are taken is set in.
  const taken = [...main.matchAll(/^(?:import|export)[^'"()]*?from ?["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gm)].map(
    (found) => found[1] ?? found[2] ?? '',
  )
  expect(taken.length).toBeGreaterThan(3)
  expect(taken.filter((name) => name !== 'electron' && !name.startsWith('node:') && !builtinModules.includes(name))).toEqual([])
  expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
    name: 'xiaonao',
    main: 'dist/main/main.js',
    type: 'module',
    desktopName: 'xiaonao.desktop',
  })
})

test('[U11] the natives lie beside the archive, where the system can load them', () => {
  const natives = packed.files.filter(({ path }) => /[.](node|so|dll|dylib)([.]\d+)*$/.test(path))
  expect(natives.filter(({ isUnpacked }) => !isUnpacked)).toEqual([])
  for (const name of [/sqlite3.*[.]node$/, /argon2.*[.]node$/, /sharp.*[.]node$/, /libvips.*[.]so/])
    expect(
      natives.some(({ path }) => name.test(path)),
      String(name),
    ).toBe(true)
})

test('[U11] the server starts from the package alone, and serves every page, its script and its forms’ documentation', async () => {
  const pages = ['supervise', 'field', 'report'].map((page) => `/${page}/`)
  const server = await runPackedServer(unpackedRoot(), join(folder, 'data'))
  try {
    const get = async (path: string) =>
      ((answer) => ({ status: answer.status, text: answer.text() }))(await fetch(`${server.address}${path}`))
    for (const path of ['/', ...pages]) {
      const { status, text } = await get(path)
      const script = /src="([^"]+[.]js)"/.exec(await text)?.[1] ?? 'nothing'
      expect([path, status, (await get(script)).status]).toEqual([path, 200, 200])
    }
    expect([(await get('/api/health')).status, (await get('/api/docs/static/swagger-ui-bundle.js')).status]).toEqual([200, 200])
  } finally {
    await server.stop()
  }
})

test('[U11] the room can teach its brain from the package: the trainer finds its corpus and its libraries', async () => {
  const nothingToLearn = { resources: join(unpackedRoot(), 'resources'), job: null }
  const worker = new Worker(join(unpackedRoot(), 'dist/server/trainWorker.js'), { workerData: nothingToLearn })
  // It has read everything it ships with before it looks at its job, which here is none.
  const said = await new Promise<string>((resolve) =>
    worker.once('error', (error: Error) => resolve(error.message)).once('exit', () => resolve('ended')),
  )
  expect(said).not.toMatch(/ENOENT|Cannot find/)
})

test('[U2] the fuses are burnt into the executable as they were said, read back by Electron’s own reader', async () => {
  const wire = await getCurrentFuseWire(join(packed.folder, 'xiaonao'))
  const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
  expect(
    [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar].map(
      state,
    ),
  ).toEqual([true, true, true])
  expect(
    [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ].map(state),
  ).toEqual([false, false, false, false, false])
})

test('[U12] the Debian package: a path of plain letters under /opt, a name for menus in both languages, xiaonao: links, no library for tray icons', () => {
  const after = (flag: string) => packed.debArguments.flatMap((arg, at) => (arg === flag ? [packed.debArguments[at + 1]] : []))
  expect(packed.debArguments.filter((arg) => /=\/opt\//.test(arg)).map((arg) => arg.split('=')[1])).toEqual(['/opt/xiaonao'])
  expect([after('--name'), after('--category'), after('--deb-priority'), after('--maintainer')]).toEqual([
    ['xiaonao'],
    ['misc'],
    ['optional'],
    ['Xiaonao <xiaonao@localhost>'],
  ])
  expect(packed.debArguments.join(' ')).not.toContain('appindicator')
  for (const line of [
    'Name=小脑',
    'Name[en]=Xiaonao',
    'Exec=/opt/xiaonao/xiaonao %U',
    'StartupWMClass=xiaonao',
    'MimeType=x-scheme-handler/xiaonao;',
    'Categories=Office;',
  ])
    expect(packed.desktopEntry.split('\n')).toContain(line)
  for (const script of packed.debScripts) expect(script).not.toContain('小脑')
  expect(packed.debScripts).toHaveLength(2)
})

test('[U12] only the languages of the room come along, and how it was installed is written down for updates', () => {
  const locale = (name: string) => () => readFileSync(join(packed.folder, 'locales', `${name}.pak`))
  expect([locale('zh-CN'), locale('en-US')].map((read) => read().length)).toEqual([0, 0])
  expect(locale('fr')).toThrow('ENOENT')
  expect(readFileSync(join(resources(), 'package-type'), 'utf8')).toBe('deb')
})
