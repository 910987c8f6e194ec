import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { pageRoutes } from './pages.ts'

let app: FastifyInstance

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'pages-'))
  for (const folder of ['console', 'field']) {
    await mkdir(join(root, folder))
    await writeFile(join(root, folder, 'index.html'), `<title>${folder}</title>`)
  }
  app = fastify()
  await pageRoutes(app, root)
  return async () => {
    await app.close()
    await rm(root, { recursive: true })
  }
})

test('[W35] the console is at /, and /console and /console/ lead there', async () => {
  expect((await app.inject('/')).body).toContain('console')
  for (const url of ['/console', '/console/']) {
    const answer = await app.inject(url)
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/'])
  }
})

test('[W35] every other page is at its own name with a slash, and without one leads there; a page that was not built is not there', async () => {
  expect((await app.inject('/field/')).body).toContain('field')
  expect((await app.inject('/field')).headers.location).toBe('/field/')
  expect((await app.inject('/report/')).statusCode).toBe(404)
})
