import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { webApp } from './app.ts'
import { pageRoutes } from './pages.ts'
import { updateRoutes } from './updates.ts'

let app: FastifyInstance
let root: string
let folder: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'updates-'))
  folder = join(root, 'data/updates')
  await mkdir(join(root, 'web'))
  app = await webApp({ tls: null, mapHosts: [], onTrouble: () => {} })
  await pageRoutes(app, join(root, 'web'))
  updateRoutes(app, folder)
  return async () => {
    await app.close()
    await rm(root, { recursive: true })
  }
})

const fill = async () => {
  await mkdir(join(folder, 'inner.yml'), { recursive: true })
  await writeFile(join(root, 'data/secret'), 'secret')
  await writeFile(join(root, 'data/room.yml'), 'secret')
  for (const name of [
    'latest.yml',
    'latest.yml.sig',
    'xiaonao-0.2.0-linux-amd64.deb',
    '.hidden.yml',
    'notes.txt',
    'update-key.private.pem',
  ])
    await writeFile(join(folder, name), name)
}

test('[U19] what the administrator laid into the folder is given to anyone, asked for anew each time, a part of it too', async () => {
  expect((await app.inject('/updates/latest.yml')).statusCode).toBe(404)
  await fill()
  for (const name of ['latest.yml', 'latest.yml.sig', 'xiaonao-0.2.0-linux-amd64.deb']) {
    const { statusCode, body, headers } = await app.inject(`/updates/${name}`)
    expect([statusCode, body, headers['cache-control'], headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      name,
      'no-cache',
      'application/octet-stream',
      'nosniff',
    ])
  }
  expect((await app.inject({ url: '/updates/latest.yml', headers: { range: 'bytes=0-5' } })).body).toBe('latest')
})

test.each([
  '/updates',
  '/updates/',
  '/updates/notes.txt',
  '/updates/.hidden.yml',
  '/updates/update-key.private.pem',
  '/updates/inner.yml',
  '/updates/inner.yml/x.yml',
  '/updates/../room.yml',
  '/updates/..%2froom.yml',
  '/updates/%2e%2e%2froom.yml',
  '/updates/..%5croom.yml',
  '/updates/a..yml',
  '/updates/latest.yml%00.deb',
  '/updates/%2fetc%2fpasswd.yml',
])('[U19] nothing else is, from there or from beside it: %s', async (url) => {
  await fill()
  const { statusCode, body } = await app.inject(url)
  expect([404, 400]).toContain(statusCode)
  expect(body).not.toContain('secret')
})

test('[U19] nothing is taken in', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'] as const)
    expect((await app.inject({ method, url: '/updates/latest.yml' })).statusCode).toBe(404)
})
