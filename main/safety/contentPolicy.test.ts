import { expect, test } from 'vitest'
import { Health } from '../../shared/contracts/health.ts'
import { contentPolicy } from './contentPolicy.ts'

const directives = (policy: string): Readonly<Record<string, string>> =>
  Object.fromEntries(policy.split('; ').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]))

test('[G5] without a room a page speaks to itself alone', () => {
  const policy = directives(contentPolicy(null, []))
  expect(policy).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
})

test('[G5] with a room it speaks to the server, by requests and sockets, and to what the map needs', () => {
  const policy = directives(contentPolicy('https://room.example:8135', ['https://tiles.example']))
  expect(policy['connect-src']).toBe("'self' https://room.example:8135 wss://room.example:8135 https://tiles.example")
  expect(policy['img-src']).toBe("'self' data: blob: https://tiles.example")
  expect(directives(contentPolicy('http://127.0.0.1:8135', []))['connect-src']).toBe("'self' http://127.0.0.1:8135 ws://127.0.0.1:8135")
})

test('[G5] scripts come from the package alone: no inline, no eval, no other host', () => {
  expect(contentPolicy('https://room.example', ['https://tiles.example'])).not.toMatch(/script-src[^;]*(unsafe|https?:|data:|blob:|\*)/)
})

test('[G5] what a room says its maps need names origins and nothing else, so that no room can loosen a page’s policy', () => {
  const health = { ok: true, now: 0, product: 'xiaonao', protocol: 5 }
  const isTaken = (host: string) => Health.safeParse({ ...health, mapHosts: [host] }).success
  expect(['https://api.mapbox.com', 'https://*.tiles.mapbox.com', 'http://10.0.0.5:8080'].filter(isTaken)).toHaveLength(3)
  expect(
    [
      "https://a.example; script-src 'unsafe-inline'",
      '*',
      'https://*',
      'https:',
      "'unsafe-eval'",
      'https://a.example/path',
      'data:',
    ].filter(isTaken),
  ).toEqual([])
})
