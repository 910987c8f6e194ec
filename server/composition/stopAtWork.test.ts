import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { readSettings } from '../settings.ts'

test('[W46] a server that is asked to stop ends, although a client keeps the connection on which it was answering just then', async () => {
  const home = await mkdtemp(join(tmpdir(), 'stopping-'))
  const read = readSettings(['--port', '0', '--data', home, '--log-level', 'silent'], {})
  if (!read.ok) throw new Error(read.problem)
  const server = await startServer(read.settings, { root: join(import.meta.dirname, '../..') })
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  const ended = once(socket, 'close')
  socket.write(`GET /api/docs/static/swagger-ui-bundle.js HTTP/1.1\r\nhost: ${hostname}\r\nconnection: keep-alive\r\n\r\n`)
  await once(socket, 'data')
  await server.close()
  await ended
  // Whole, although it was cut off only by us: as long as its header said.
  expect(heard).toMatch(/^HTTP\/1.1 200/)
  const length = Number(/content-length: (\d+)/i.exec(heard)?.[1])
  expect(heard.length - heard.indexOf('\r\n\r\n') - 4).toBe(length)
  await rm(home, { recursive: true })
})
