import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { ApiError } from '../../shared/contracts/session.ts'
import { webApp } from './app.ts'

let app: FastifyInstance
let troubles: string[]
afterEach(() => app.close())

const open = async (mapHosts: readonly string[] = []) => {
  troubles = []
  app = await webApp({ tls: null, mapHosts, onTrouble: (_, what) => void troubles.push(what) })
  app.get('/page', () => ({ ok: true }))
  app.post('/form', (request) => ({ got: typeof request.body }))
  app.get('/fails', () => {
    throw new Error('select * from account where password = …')
  })
  app.get('/teapot', () => {
    throw Object.assign(new Error('secret words'), { statusCode: 418 })
  })
  return app
}

const policyOf = async () => {
  const header = String((await app.inject('/page')).headers['content-security-policy'])
  return new Map(
    header
      .split(';')
      .map((part) => part.trim().split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  )
}

describe('the policy of pages', () => {
  test('[W32] scripts come from this server alone, none inline and none from text', async () => {
    await open()
    const policy = await policyOf()
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'")
    expect([...policy].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(['style-src'])
  })

  test('[W32] nothing is fetched from other hosts, unless the room has set a token for its map', async () => {
    await open()
    expect([...(await policyOf()).values()].flat().filter((source) => source.includes('http') || source === '*')).toEqual([])
    await app.close()
    await open(['https://api.mapbox.com'])
    const policy = await policyOf()
    expect([...policy].filter(([, sources]) => sources.includes('https://api.mapbox.com')).map(([name]) => name)).toEqual([
      'img-src',
      'connect-src',
    ])
  })

  test('[W32] errors and unknown addresses carry the policy as well', async () => {
    await open()
    for (const url of ['/fails', '/nowhere']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })
})

describe('how a door says no', () => {
  const json = { 'content-type': 'application/json' }

  test.each([
    ['nothing there', { method: 'GET', url: '/nowhere' }, 404, 'not-found'],
    ['another method', { method: 'DELETE', url: '/form' }, 404, 'not-found'],
    ['too large', { method: 'POST', url: '/form', headers: json, payload: `"${'x'.repeat(300_000)}"` }, 413, 'too-large'],
    ['another type', { method: 'POST', url: '/form', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }, 415, 'unsupported'],
    ['broken JSON', { method: 'POST', url: '/form', headers: json, payload: '{' }, 400, 'malformed'],
    ['no body', { method: 'POST', url: '/form', headers: json, payload: '' }, 400, 'malformed'],
    ['a poisoned prototype', { method: 'POST', url: '/form', headers: json, payload: '{"__proto__":{"x":1}}' }, 400, 'malformed'],
    ['a broken address', { method: 'GET', url: '/%E0%A4%A' }, 400, 'malformed'],
    ['an address too long', { method: 'GET', url: `/${'x'.repeat(5_000)}` }, 404, 'not-found'],
  ] as const)('[W33] %s: a status, a code and words in both languages', async (_, asked, status, error) => {
    await open()
    const answer = await app.inject({ ...asked })
    expect([answer.statusCode, ApiError.parse(answer.json()).error]).toEqual([status, error])
    expect(troubles).toEqual([])
  })

  test('[W33] a fault of our own is told inside and not outside', async () => {
    await open()
    const answer = await app.inject('/fails')
    expect([answer.statusCode, ApiError.parse(answer.json()).error]).toEqual([503, 'cannot-serve'])
    expect(answer.body).not.toMatch(/select|password/)
    expect(troubles).toEqual(['GET /fails'])
  })

  test('[W33] what has no words of its own says no more than its status', async () => {
    await open()
    const answer = await app.inject('/teapot')
    expect(answer.statusCode).toBe(418)
    expect(answer.body).not.toContain('secret words')
    expect(ApiError.safeParse(answer.json()).success).toBe(true)
  })
})
