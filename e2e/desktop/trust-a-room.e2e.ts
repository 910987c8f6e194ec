import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { expect } from '@playwright/test'
import { aCertificate, type Signed } from '../../main/testing/certificates.ts'
import { startRoom, type RunningRoom } from '../testing/runningRoom.ts'
import { deskTest as test, left, pageAt, signIn, standInOrigin } from './testing/deskTest.ts'
import { liveSign } from '../testing/liveSign.ts'

const host = '127.0.0.1'
const authority = await aCertificate({ name: '指挥室签发机构', isAuthority: true })
const leaf = (by: Signed) => aCertificate({ name: host, hosts: [host], by })
const chain = (of: Signed, by: Signed) => `${of.pem}\n${by.pem}\n`

/** Somebody with another certificate at the room's address: who came, and what was said after that. */
const startImpostor = async (port: number) => {
  const other = await aCertificate({ name: '指挥室签发机构', isAuthority: true })
  const own = await leaf(other)
  const said: string[] = []
  let knocks = 0
  const server = createServer({ key: own.keyPem, cert: chain(own, other) }, ({ url }, answer) => {
    said.push(url ?? '')
    answer.end('{}')
  })
  server.on('upgrade', ({ url }) => said.push(url ?? ''))
  server.on('connection', () => (knocks += 1))
  await once(server.listen(port, host), 'listening')
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { said, knocks: () => knocks, stop }
}

let room: RunningRoom | undefined
test.afterEach(() => room?.close())

test('[E64] a room of its own authority is compared, trusted and live, also after a restart; another in its place is told nothing', async ({
  openDesktop,
}, testInfo) => {
  test.slow()
  const [cert, key] = [testInfo.outputPath('room.pem'), testInfo.outputPath('room.key')]
  const show = async (of: Signed) => {
    await writeFile(cert, chain(of, authority))
    await writeFile(key, of.keyPem)
  }
  await show(await leaf(authority))
  const secure = await startRoom('--page-origin', standInOrigin, '--tls-cert', cert, '--tls-key', key)
  room = secure
  const desktop = await openDesktop({ displays: [left] })
  const lookAt = async () => {
    const begin = await pageAt(desktop, '/begin/')
    await begin.getByRole('textbox').fill(secure.address())
    await begin.keyboard.press('Enter')
    await expect(begin.getByRole('heading', { name: '请核对服务器的证书' })).toBeVisible()
    return { begin, trust: begin.getByRole('button', { name: '每一组都相同，信任' }) }
  }

  await test.step('[E64] [Y4] the fingerprint on the screen is the authority’s, and once it is trusted the console is live', async () => {
    const { begin, trust } = await lookAt()
    const groups = await begin.locator('.xn-fingerprint td').allTextContents()
    expect(groups.join(':')).toBe(authority.certificate.fingerprint256)
    await expect(begin.getByText(/指挥室自己的签发机构/)).toBeVisible()
    await begin.screenshot({ path: 'test-results/screens/desktop-begin-certificate.png' })
    await trust.click()
    await signIn(await pageAt(desktop, 'region=all'))
  })

  await test.step('[E64] after a restart it is still trusted, its certificate renewed meanwhile by the same authority', async () => {
    await desktop.control('app.quit')
    await secure.kill()
    await show(await leaf(authority))
    await secure.start()
    await desktop.start()
    await expect(liveSign(await pageAt(desktop, 'region=all'))).toBeVisible()
  })

  await test.step('[E64] [Y5] another certificate at its address: the console is cut off, and the first page calls it a danger', async () => {
    await secure.kill()
    const impostor = await startImpostor(Number(new URL(secure.address()).port))
    const console = await pageAt(desktop, 'region=all')
    await expect(console.getByText(/已断开，自/)).toBeVisible()
    await expect.poll(impostor.knocks).toBeGreaterThan(0)
    await desktop.control('dialog.answer', { method: 'showMessageBox', answer: { response: 0, checkboxChecked: false } })
    await desktop.control('menu.click', '文件/离开指挥室…')
    const { begin, trust } = await lookAt()
    await expect(begin.getByRole('alert')).toContainText('这里以前信任的是另一张证书')
    await expect(trust).toBeDisabled()
    expect(impostor.said).toEqual([])
    await impostor.stop()
  })
})
