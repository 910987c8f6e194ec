import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { servePage } from './servePage.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaonao-pages-'))
for (const name of ['console', 'field', 'assets', 'assets/folder.js']) mkdirSync(join(folder, name))
writeFileSync(join(folder, 'console/index.html'), '<title>小脑</title>')
writeFileSync(join(folder, 'field/index.html'), 'of phones')
writeFileSync(join(folder, 'assets/a.js'), 'one()')
writeFileSync(join(folder, 'assets/b.woff2'), 'w')
writeFileSync(join(folder, 'assets/c.bin'), 'b')

let policy = "default-src 'none'"
const relayed: string[] = []
const serve = servePage({
  folder,
  policy: () => policy,
  relay: (request, path) => {
    relayed.push(`${request.method} ${path}`)
    return Promise.resolve(new Response('from the server', { status: 201 }))
  },
})
const ask = (path: string, init: RequestInit = {}) => serve(new Request(`app://xiaonao${path}`, init))

test('[G12] a page is read from the folder, with the headers that keep it safe', async () => {
  const answer = await ask('/?region=map')
  expect([answer.status, await answer.text()]).toEqual([200, '<title>小脑</title>'])
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  })
})

test('[G5] the policy of a page is that of the room as it is now', async () => {
  policy = "default-src 'none'; connect-src https://room.example"
  expect((await ask('/')).headers.get('content-security-policy')).toBe(policy)
})

test.each([
  ['/assets/a.js', 'text/javascript; charset=utf-8'],
  ['/assets/b.woff2', 'font/woff2'],
  ['/assets/c.bin', 'application/octet-stream'],
])('[G12] %s says what it is', async (path, type) => expect((await ask(path)).headers.get('content-type')).toBe(type))

test.each(['/field/', '/report/', '/wall/', '/assets/none.js', '/assets/folder.js', '/assets/..%2fconsole/index.html'])(
  '[G12] %s is not there, and says nothing of why',
  async (path) => {
    const answer = await ask(path)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  },
)

test.each(['POST', 'PUT', 'DELETE'])('[G12] a file is read and never written: %s', async (method) => {
  expect((await ask('/assets/a.js', { method })).status).toBe(405)
  expect((await ask('/', { method })).status).toBe(405)
})

test('[G12] doors of the server are asked at the server', async () => {
  const answer = await ask('/api/session?x=1', { method: 'POST', body: '{}' })
  expect([answer.status, await answer.text(), relayed]).toEqual([201, 'from the server', ['POST /api/session?x=1']])
})
