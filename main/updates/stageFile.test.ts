import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { folderSource, serverSource, type UpdateSource } from './source.ts'
import { isAsSigned, stageFile } from './stageFile.ts'
import { fileOf, inParts, placeOf } from './testing/aRelease.ts'

const content = Buffer.from('an installer of some kilobytes '.repeat(200))
const name = 'xiaonao-0.2.0-linux-amd64.deb'
const wanted = fileOf(name, content)

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'staged-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const staged = (files: Parameters<typeof placeOf>[0], folder = join(aFolder(), 'update'), loaded: (share: number) => void = () => {}) =>
  stageFile(placeOf(files), wanted, folder, loaded).then((staging) => ({ staging, left: existsSync(folder) ? readdirSync(folder) : [] }))
const failed = (why: string) => ({ staging: { ok: false, why }, left: [] })

describe('a file on its way', () => {
  test('[U13] comes whole, is told in shares, is nobody’s to change, and is the one that was signed', async () => {
    const folder = join(aFolder(), 'update')
    const shares: number[] = []
    const { staging, left } = await staged({ [name]: content }, folder, (share) => shares.push(share))
    const path = join(folder, name)
    expect([staging, left]).toEqual([{ ok: true, path }, [name]])
    expect(readFileSync(path).equals(content)).toBe(true)
    expect([shares.at(-1), shares.toSorted((one, other) => one - other)]).toEqual([1, shares])
    expect(statSync(path).mode & 0o222).toBe(0)
  })

  test('[U18] cut short, longer than signed, endless, changed by one bit, or not there: nothing is kept of it', async () => {
    const changed = Buffer.from(content)
    changed[3000] = (changed[3000] ?? 0) ^ 1
    let parts = 0
    const endless = async function* () {
      for (;;) {
        parts += 1
        yield Buffer.alloc(1000)
      }
    }
    const bad = [content.subarray(0, -1), Buffer.concat([content, Buffer.from('!')]), endless, changed, Buffer.alloc(0)]
    for (const one of bad) expect(await staged({ [name]: one })).toEqual(failed('bad-file'))
    expect(parts).toBeLessThan(20)
    expect(await staged({})).toEqual(failed('bad-file'))
  })

  test('[U18] a line that breaks in the middle: unreachable, and nothing is kept', async () => {
    const breaks = async function* () {
      yield* inParts(content.subarray(0, 3000))
      throw new Error('gone')
    }
    expect(await staged({ [name]: breaks })).toEqual(failed('unreachable'))
  })

  test('[U18] a disk that takes nothing more: cannot keep, and the program goes on', async () => {
    const place = join(aFolder(), 'a-file')
    writeFileSync(place, '')
    expect(await stageFile(placeOf({ [name]: content }), wanted, join(place, 'update'), () => {})).toEqual({
      ok: false,
      why: 'cannot-keep',
    })
  })

  test('[U18] a disk that goes away in the middle: cannot keep', async () => {
    const folder = join(aFolder(), 'update')
    const { staging } = await staged({ [name]: content }, folder, () => rmSync(folder, { recursive: true, force: true }))
    expect(staging).toEqual({ ok: false, why: 'cannot-keep' })
  })

  test('[U13] one that lies there whole from an earlier day is not loaded again; what else lies there goes', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, name), content)
    writeFileSync(join(folder, 'xiaonao-0.1.9-linux-amd64.deb'), 'old')
    writeFileSync(join(folder, `${name}.part`), 'half')
    const never = () => Promise.reject(new Error('asked'))
    expect(await stageFile(never, wanted, folder, () => {})).toEqual({ ok: true, path: join(folder, name) })
    expect(readdirSync(folder)).toEqual([name])
  })

  test('[U17] one that was changed while it lay there is loaded anew', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, name), Buffer.concat([content.subarray(0, -1), Buffer.from('!')]))
    expect(await isAsSigned(join(folder, name), wanted)).toBe(false)
    expect((await staged({ [name]: content }, folder)).staging.ok).toBe(true)
    expect(await isAsSigned(join(folder, name), wanted)).toBe(true)
  })
})

describe('a folder', () => {
  test('[U13] gives its files, has none of another name, and a folder in a file’s place is none', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, name), content)
    mkdirSync(join(folder, 'inner'))
    const source = folderSource(folder)
    expect((await stageFile(source, wanted, join(aFolder(), 'update'), () => {})).ok).toBe(true)
    expect([await source('other'), await source('inner')]).toEqual([null, null])
  })

  test('[U18] that is not there cannot be reached', async () => {
    await expect(folderSource(join(aFolder(), 'not-mounted'))('latest.yml')).rejects.toThrow()
  })
})

describe('the room’s server', () => {
  const never = () => () => {}
  const serve = async (
    answer: (path: string) => { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Uint8Array },
  ) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const { status, headers = {}, body } = answer(request.url ?? '')
      response.writeHead(status, headers).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => (server.closeAllConnections(), void server.close()))
    return { asked, source: serverSource({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, fetch, after: never }) }
  }

  test('[U13] gives its files; one that it does not have is none', async () => {
    const { source, asked } = await serve((path) => (path === `/updates/${name}` ? { status: 200, body: content } : { status: 404 }))
    expect((await stageFile(source, wanted, join(aFolder(), 'update'), () => {})).ok).toBe(true)
    expect(await source('latest.yml')).toBeNull()
    expect(asked).toEqual([`/updates/${name}`, '/updates/latest.yml'])
  })

  test('[U18] that sends elsewhere is not followed', async () => {
    const other = await serve(() => ({ status: 200, body: content }))
    const { source } = await serve(() => ({ status: 302, headers: { location: 'http://127.0.0.1:1/evil' } }))
    await expect(source(name)).rejects.toThrow()
    expect(other.asked).toEqual([])
  })

  test('[U18] that says less than it promised, or has a fault: unreachable, not half a file', async () => {
    // The line is closed with the last byte, or the wait would be for the server to tire of it.
    const headers = { 'content-length': String(content.length * 2), connection: 'close' }
    const short = await serve(() => ({ status: 200, headers, body: content }))
    const broken = await serve(() => ({ status: 500 }))
    const load = (source: UpdateSource) => stageFile(source, wanted, join(aFolder(), 'update'), () => {})
    expect(await load(broken.source)).toEqual({ ok: false, why: 'unreachable' })
    expect(await load(short.source)).toEqual({ ok: false, why: 'unreachable' })
  })

  test('[U18] that falls silent is given up', async () => {
    const silent = createServer((_, response) => void response.write('a'))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => (silent.closeAllConnections(), void silent.close()))
    let giveUp = () => {}
    const source = serverSource({
      server: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      fetch,
      after: (_, act) => ((giveUp = act), () => {}),
    })
    const load = stageFile(source, wanted, join(aFolder(), 'update'), () => giveUp())
    expect(await load).toEqual({ ok: false, why: 'unreachable' })
  })
})
