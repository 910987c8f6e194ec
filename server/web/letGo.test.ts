import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { letGo } from './letGo.ts'
import { eventually } from '../../shared/testing/eventually.ts'

test('[W46] what is still under way after the time of grace is cut', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
  try {
    const answers: ServerResponse[] = []
    const server = createServer((_, response) => void answers.push(response.writeHead(200).flushHeaders() as never))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const cut = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      .then((response) => response.text())
      .then(
        () => 'whole',
        () => 'cut',
      )
    await eventually(() => expect(answers).toHaveLength(1))
    const closed = new Promise((resolve) => server.close(resolve))
    const stop = letGo(server, 5_000)
    vi.advanceTimersByTime(5_000)
    await closed
    stop()
    expect(await cut).toBe('cut')
  } finally {
    vi.useRealTimers()
  }
})
