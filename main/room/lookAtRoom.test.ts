import { createServer } from 'node:tls'
import { expect, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { aCertificate, type Signed } from '../testing/certificates.ts'
import { certificatesOf } from './certificatesOf.ts'
import type { TrustedCertificate } from './judgeCertificate.ts'
import { lookAtRoom, trustAt, type RoomEyes } from './lookAtRoom.ts'

const now = Date.UTC(2027, 5, 1)
const health = { ok: true, now, product: 'xiaonao', protocol: protocolVersion, mapHosts: [] }
const nobody = () => Promise.reject(new TypeError('net::ERR_CERT_AUTHORITY_INVALID'))
const room = await aCertificate({ name: 'room', hosts: ['room.example'] })

const eyes = (wish: Partial<RoomEyes> & { readonly shows?: readonly Signed[] | null } = {}): RoomEyes => ({
  fetch: () => Promise.resolve(Response.json(health)),
  certificatesOf: () => Promise.resolve(wish.shows?.map(({ certificate }) => certificate) ?? null),
  trusted: () => [],
  now: () => now,
  ...wish,
})

const trusted: TrustedCertificate = { fingerprint: room.certificate.fingerprint256, pem: room.pem, host: 'room.example' }

test('[E10] a room answers at the address that was meant', async () => {
  const asked: string[] = []
  const fetch = (url: string) => {
    asked.push(url)
    return Promise.resolve(Response.json(health))
  }
  expect(await lookAtRoom(' room.example:8135/path ', eyes({ fetch }))).toEqual({ ok: true, server: 'https://room.example:8135' })
  expect(asked).toEqual(['https://room.example:8135/api/health'])
})

test.each([
  ['an empty line', '', 'malformed'],
  ['plain http beyond this machine', 'http://room.example', 'plain-http'],
] as const)('[E10] %s is not even asked', async (_, typed, why) => {
  const fetch = () => Promise.reject(new Error('asked'))
  expect(await lookAtRoom(typed, eyes({ fetch }))).toEqual({ ok: false, why })
})

test.each([
  ['a page of words', new Response('<html>', { status: 200 })],
  ['another product', Response.json({ ...health, product: 'other' })],
  ['an error', Response.json(health, { status: 500 })],
])('[E10] %s is not a room', async (_, answer) => {
  expect(await lookAtRoom('room.example', eyes({ fetch: () => Promise.resolve(answer) }))).toEqual({ ok: false, why: 'not-a-room' })
})

test('[E10] a room of another version says which', async () => {
  const fetch = () => Promise.resolve(Response.json({ ...health, protocol: protocolVersion + 1 }))
  expect(await lookAtRoom('room.example', eyes({ fetch }))).toEqual({ ok: false, why: 'other-version', said: `${protocolVersion + 1}` })
})

test('[E10] a certificate that nobody trusts is shown, and whether another was trusted before', async () => {
  const look = await lookAtRoom('room.example', eyes({ fetch: nobody, shows: [room] }))
  expect(look).toMatchObject({ ok: false, why: 'untrusted', server: 'https://room.example', isChanged: false })
  const other = { ...trusted, fingerprint: 'AB' }
  expect(await lookAtRoom('room.example', eyes({ fetch: nobody, shows: [room], trusted: () => [other] }))).toMatchObject({
    isChanged: true,
  })
})

test.each([
  ['is for another name', await aCertificate({ name: 'x', hosts: ['other.example'] }), 'other-name'],
  ['has run out', await aCertificate({ name: 'x', hosts: ['room.example'], validTo: now - 1 }), 'ran-out'],
])('[E10] a certificate that %s cannot be mended by trusting it', async (_, shown, said) => {
  expect(await lookAtRoom('room.example', eyes({ fetch: nobody, shows: [shown] }))).toEqual({ ok: false, why: 'bad-certificate', said })
})

test('[E10] nobody there, no TLS there, or something else wrong than the certificate: unreachable', async () => {
  const unreachable = { ok: false, why: 'unreachable' }
  expect(await lookAtRoom('room.example', eyes({ fetch: nobody, shows: null }))).toEqual(unreachable)
  expect(await lookAtRoom('http://127.0.0.1:9', eyes({ fetch: nobody, shows: [room] }))).toEqual(unreachable)
  expect(await lookAtRoom('room.example', eyes({ fetch: nobody, shows: [room], trusted: () => [trusted] }))).toEqual(unreachable)
})

test('[G17] what a person read is kept only while the server still shows it', async () => {
  const { fingerprint256 } = room.certificate
  const kept = await trustAt('https://room.example:8135', fingerprint256, eyes({ shows: [room] }))
  expect(kept).toEqual({ fingerprint: fingerprint256, pem: room.certificate.toString(), host: 'room.example' })
  const other = await aCertificate({ name: 'room', hosts: ['room.example'] })
  expect(await trustAt('room.example', fingerprint256, eyes({ shows: [other] }))).toBeNull()
  expect(await trustAt('room.example', fingerprint256, eyes({ shows: null }))).toBeNull()
  expect(await trustAt('http://127.0.0.1', fingerprint256, eyes({ shows: [room] }))).toBeNull()
  expect(await trustAt('::', fingerprint256, eyes({ shows: [room] }))).toBeNull()
})

test('[G17] the certificates are those that the server on the other end really shows', async () => {
  const authority = await aCertificate({ name: 'authority', isAuthority: true })
  const leaf = await aCertificate({ name: 'room', hosts: ['127.0.0.1'], by: authority })
  const server = createServer({ cert: `${leaf.pem}\n${authority.pem}`, key: leaf.keyPem })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  const shown = await certificatesOf('127.0.0.1', port)
  expect(shown?.map(({ fingerprint256 }) => fingerprint256)).toEqual([
    leaf.certificate.fingerprint256,
    authority.certificate.fingerprint256,
  ])
  await new Promise((resolve) => server.close(resolve))
  expect(await certificatesOf('127.0.0.1', port)).toBeNull()
})
