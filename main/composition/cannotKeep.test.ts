import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Certificate } from 'electron'
import { expect, onTestFinished, test } from 'vitest'
import { aCertificate } from '../testing/certificates.ts'
import { aRunningDesk, server, type RunningDesk } from './testing/aRunningDesk.ts'

const link = `${server}/wall/#${'Ab3_-'.repeat(8)}xyz`

/** A workstation without a room, whose settings cannot be written until the disk has room again. */
const aFullDisk = async () => {
  const desk = await aRunningDesk({ settings: { room: null } })
  const path = join(desk.app.getPath('userData'), 'workstation.json')
  rmSync(path)
  // Nothing takes the place of a folder.
  mkdirSync(join(path, 'inside'), { recursive: true })
  /** What is kept once something is written again. */
  const keptLater = async () => {
    rmSync(path, { recursive: true })
    await desk.ask(desk.windowOf('begin'), 'desk:set', { language: 'en' })
    return JSON.parse(readFileSync(path, 'utf8')) as { room: unknown; isWall: boolean; trusted: unknown[]; language: string }
  }
  return { desk, begin: desk.windowOf('begin'), keptLater }
}

const believes = (desk: RunningDesk, hostname: string, pem: string): boolean => {
  const certificate = { data: pem, fingerprint: 'x', issuerCert: { fingerprint: 'x' } } as unknown as Certificate
  let answered: number | null = null
  const asked = { hostname, certificate, errorCode: -202 }
  desk.session.defaultSession.verify?.(asked as never, (answer) => void (answered = answer))
  return answered === 0
}

test('[E67] a certificate that could not be kept is believed by nobody', async () => {
  const leaf = await aCertificate({ name: 'room', hosts: ['127.0.0.1'] })
  const listening = createServer({ cert: leaf.pem, key: leaf.keyPem }).listen(0, '127.0.0.1')
  onTestFinished(() => void listening.close())
  await once(listening, 'listening')
  const address = `https://127.0.0.1:${(listening.address() as AddressInfo).port}`
  const { desk, begin, keptLater } = await aFullDisk()
  const fingerprint = leaf.certificate.fingerprint256
  expect(await desk.ask(begin, 'room:trust', { address, fingerprint })).toEqual({ ok: false, why: 'cannot-keep' })
  expect(believes(desk, '127.0.0.1', leaf.pem)).toBe(false)
  expect((await keptLater()).trusted).toEqual([])
  await desk.ask(begin, 'room:trust', { address, fingerprint })
  expect(believes(desk, '127.0.0.1', leaf.pem)).toBe(true)
})

test('[E67] a wall’s link that could not be kept hangs no wall', async () => {
  const { desk, begin, keptLater } = await aFullDisk()
  const { answer } = desk.session.defaultSession
  desk.session.defaultSession.answer = (url, init) =>
    url.endsWith('/api/wall/session') ? Promise.resolve(Response.json({ id: 'wall-1', token: 'wall-token' })) : answer(url, init)
  expect(await desk.ask(begin, 'room:use', { address: link })).toEqual({ ok: false, why: 'cannot-keep' })
  expect(await desk.ask(begin, 'desk:about', {})).toMatchObject({ server: null })
  expect(await keptLater()).toMatchObject({ room: null, isWall: false, language: 'en' })
})

test('[E67] a room of this machine that could not be kept is none yet, and is the same one when it is begun once more', async () => {
  const { desk, begin, keptLater } = await aFullDisk()
  const fork = desk.utilityProcess.fork.bind(desk.utilityProcess)
  desk.utilityProcess.fork = (...given) => {
    const child = fork(...given)
    setImmediate(() =>
      child.says({
        kind: 'ready',
        address: 'http://127.0.0.1:8135',
        accounts: [{ id: 'a', name: 'a' }],
        password: 'once',
        mustChange: false,
      }),
    )
    return child
  }
  expect(await desk.ask(begin, 'room:begin', { town: 'example' })).toMatchObject({ ok: false, why: 'cannot-start' })
  expect(await desk.ask(begin, 'desk:about', {})).toMatchObject({ server: null })
  // Its accounts would lead into no room.
  expect(await desk.ask(begin, 'room:begun', {})).toEqual({ begun: null })
  expect(await keptLater()).toMatchObject({ room: null })
  expect(await desk.ask(begin, 'room:begin', { town: 'example' })).toMatchObject({ ok: true, password: 'once' })
  expect(desk.utilityProcess.forked).toHaveLength(1)
})
