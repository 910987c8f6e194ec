import type { Certificate } from 'electron'
import { expect, test } from 'vitest'
import { aCertificate } from '../testing/certificates.ts'
import { aRunningDesk, server } from './testing/aRunningDesk.ts'

const leaf = await aCertificate({ name: 'room', hosts: ['room.example'] })
const trusted = { fingerprint: leaf.certificate.fingerprint256, pem: leaf.pem, host: 'room.example' }

/** As Chromium hands a certificate over. */
const shown = { data: leaf.pem, fingerprint: 'sha256/x', issuerCert: { fingerprint: 'sha256/x' } } as unknown as Certificate

type Asked = { readonly hostname: string; readonly certificate: Certificate; readonly errorCode: number }
const ask = { hostname: 'room.example', certificate: shown, errorCode: -202 }

const verdict = (desk: Awaited<ReturnType<typeof aRunningDesk>>, asked: Asked): number | null => {
  let answered: number | null = null
  desk.session.defaultSession.verify?.(asked as never, (answer) => void (answered = answer))
  return answered
}

test('[G16] Chromium believes what a person of this workstation trusts, and is left to judge the rest', async () => {
  const desk = await aRunningDesk({ settings: { trusted: [trusted] } })
  expect(verdict(desk, ask)).toBe(0)
  expect(verdict(desk, { ...ask, hostname: 'other.example' })).toBe(-3)
  expect(verdict(desk, { ...ask, errorCode: 0 })).toBe(-3)
  expect(verdict(await aRunningDesk(), ask)).toBe(-3)
})

test('[G16] a certificate that cannot be read is answered too, since Chromium waits for an answer', async () => {
  const desk = await aRunningDesk({ settings: { trusted: [trusted] } })
  expect(verdict(desk, { ...ask, certificate: { ...shown, data: 'half of it' } })).toBe(-3)
})

test('[E10] each look is over a session of its own, by the proxy that is set, so that no refusal is remembered', async () => {
  const desk = await aRunningDesk({ settings: { room: null, proxy: '10.0.0.1:3128' } })
  const begin = desk.windowOf('begin')
  expect(await desk.ask(begin, 'room:look', { address: 'room.example:8135' })).toEqual({ ok: true, server })
  await desk.ask(begin, 'room:look', { address: 'room.example:8135' })
  const looks = [...desk.partitions.values()]
  expect(looks).toHaveLength(2)
  expect(looks.map(({ proxies }) => proxies)).toEqual(Array(2).fill([{ mode: 'fixed_servers', proxyRules: 'http://10.0.0.1:3128' }]))
  expect(looks.every(({ verify }) => verify !== null)).toBe(true)
})

test('[E10] a room that pages were refused at before it was trusted is entered by another start of the program', async () => {
  const desk = await aRunningDesk({ settings: { room: null } })
  const begin = desk.windowOf('begin')
  verdict(desk, ask)
  await desk.ask(begin, 'room:use', { address: 'room.example:8135' })
  await desk.ask(begin, 'room:enter', {})
  expect(desk.app.asked.slice(-2)).toEqual(['relaunch', 'quit'])
})

test('[E10] a room that is used is entered: its windows open and the first page goes', async () => {
  const desk = await aRunningDesk({ settings: { room: null } })
  const begin = desk.windowOf('begin')
  await desk.ask(begin, 'room:use', { address: 'room.example:8135' })
  await desk.ask(begin, 'room:enter', {})
  expect([begin.isDestroyed(), desk.desktop.windows.length, desk.app.asked.includes('quit')]).toEqual([true, 2, false])
})

test('[E27] a room that does not answer keeps no window from opening, and its maps are drawn from where they were', async () => {
  const settings = { mapHosts: ['https://tiles.example'] }
  const desk = await aRunningDesk({ settings, before: ({ session }) => (session.defaultSession.answer = () => new Promise(() => {})) })
  expect(desk.desktop.windows).toHaveLength(2)
  const page = await desk.served('app://xiaonao/?region=map')
  expect(page?.headers.get('content-security-policy')).toContain('https://tiles.example')
})

test('[G18] a store that locks with a password everybody knows keeps nothing', async () => {
  const keeps = async (backend: 'basic_text' | 'kwallet6') => {
    const desk = await aRunningDesk({ before: (electron) => (electron.safeStorage.backend = backend) })
    return ((await desk.ask(desk.windowOf('queue'), 'desk:about', {})) as { settings: { keepsSession: boolean } }).settings.keepsSession
  }
  expect([await keeps('basic_text'), await keeps('kwallet6')]).toEqual([process.platform !== 'linux', true])
})

test('[G4, G5, G6] the desk that runs holds its pages: permissions, policy and every new page’s ways out', async () => {
  const desk = await aRunningDesk()
  expect(desk.session.defaultSession.permissionCheck?.(null, 'media', 'app://xiaonao', {} as never)).toBe(false)
  const queue = desk.windowOf('queue')
  let isHeld = false
  queue.webContents.emit('will-navigate', { url: 'https://evil.example/', preventDefault: () => (isHeld = true) })
  expect(isHeld).toBe(true)
  expect(queue.webContents.openHandler?.({ url: `${server}/guide.pdf` } as never)).toEqual({ action: 'deny' })
  expect(queue.webContents.openHandler?.({ url: 'https://evil.example/' } as never)).toEqual({ action: 'deny' })
  expect(desk.shell.opened).toEqual([`${server}/guide.pdf`])
})

test('leaving the room ends its session and its windows, management too', async () => {
  const desk = await aRunningDesk()
  const queue = desk.windowOf('queue')
  queue.webContents.openHandler?.({ url: 'app://xiaonao/supervise/' } as never)
  const supervise = desk.windowOf('supervise')
  await desk.ask(queue, 'room:leave', {})
  expect([queue.isDestroyed(), supervise.isDestroyed(), desk.desktop.windows.length, desk.app.asked.includes('quit')]).toEqual([
    true,
    true,
    1,
    false,
  ])
})
