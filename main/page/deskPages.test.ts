import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDeskPage, servedFrom } from './deskPages.ts'

test.each([
  ['app://xiaonao/', 'console/index.html'],
  ['app://xiaonao/?region=map&window=map', 'console/index.html'],
  ['app://xiaonao/wall/?wall=x#y', 'wall/index.html'],
  ['app://xiaonao/supervise/', 'supervise/index.html'],
  ['app://xiaonao/begin/', 'begin/index.html'],
])('[G12] %s is the page %s', (url, path) => {
  expect(servedFrom(url)).toEqual({ from: 'files', path, isPage: true })
  expect(isDeskPage(url)).toBe(true)
})

test.each([
  ['app://xiaonao/assets/console-BkX1_a.js', { from: 'files', path: 'assets/console-BkX1_a.js', isPage: false }],
  ['app://xiaonao/api/board?since=3', { from: 'server', path: '/api/board?since=3' }],
  ['app://xiaonao/tiles/1/2/3.pbf', { from: 'server', path: '/tiles/1/2/3.pbf' }],
])('[G12] %s is known, and no page', (url, served) => {
  expect(servedFrom(url)).toEqual(served)
  expect(isDeskPage(url)).toBe(false)
})

test.each([
  'app://xiaonao/field/',
  'app://xiaonao/report/',
  'app://xiaonao/field/index.html',
  'app://xiaonao/console/index.html',
  'app://xiaonao/wall',
  'app://xiaonao/begin/x',
  'app://xiaonao/__proto__',
  'app://xiaonao/constructor',
  'app://xiaonao/assets/',
  'app://xiaonao/assets/.env',
  'app://xiaonao/assets/../../main/main.js',
  'app://xiaonao/assets/%2e%2e/%2e%2e/main/main.js',
  'app://xiaonao/assets/..%2fmain.js',
  'app://xiaonao/assets/..\\..\\main.js',
  'app://xiaonao/assets/x%00.js',
  'app://xiaonao/assets/sub/x.js',
  'app://xiaonao/assets/C:x.js',
  'app://xiaonao//assets/x.js',
  'app://xiaonao/%61ssets/x.js',
  'app://xiaonao/api',
  'app://xiaonao/apix/y',
  'app://xiaonao/socket.io/',
  'app://evil/',
  'app://xiaonao.evil/',
  'app://xiaonao:8135/',
  'app://operator@xiaonao/',
  'app://:secret@xiaonao/',
  'app:/xiaonao/',
  'app:xiaonao',
  'http://xiaonao/',
  'file:///',
  'not an address',
  '',
])('[G12] %s is nowhere', (url) => {
  expect(servedFrom(url)).toEqual({ from: 'nowhere' })
  expect(isDeskPage(url)).toBe(false)
})

const piece = fc.constantFrom(
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '%2f',
  '\\',
  '/',
  '%5c',
  'assets',
  'api',
  'x.js',
  '%00',
  'C:',
  '~',
  'field',
  'index.html',
  '\u2025',
)

test('[G12] however a path is put together, a file is read by a plain name below the folder', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '/'), (pieces, by) => {
      const served = servedFrom(`app://xiaonao/${pieces.join(by)}`)
      if (served.from === 'files') expect(served.path).toMatch(/^(assets\/[A-Za-z0-9][A-Za-z0-9._-]*|[a-z]+\/index\.html)$/)
      if (served.from === 'server') expect(served.path).toMatch(/^\/(api|tiles|map)\//)
    }),
    { numRuns: 2_000 },
  )
})
