import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { pageRoutes } from './pages.ts'

let app: FastifyInstance

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'pages-'))
  for (const folder of ['console', 'field', 'begin']) {
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

test('[Y16] the desktop’s first page is not to be had from the server by its name, nor any page as a file', async () => {
  for (const url of ['/begin', '/begin/', '/begin/index.html', '/begin/INDEX.HTML', '/field/index.html', '/console/index.html']) {
    for (const method of ['GET', 'HEAD'] as const) expect((await app.inject({ method, url })).statusCode, `${method} ${url}`).toBe(404)
  }
})

test('[Y16] however its address is written', async () => {
  for (const path of [
    'begin/%69ndex.html',
    'begin/index%2ehtml',
    'begin%2findex.html',
    'begin//index.html',
    'field/../begin/index.html',
    './begin/./',
  ]) {
    const { statusCode, body } = await app.inject(`/${path}`)
    expect([403, 404], path).toContain(statusCode)
    expect(body, path).not.toContain('<title>')
  }
})
