import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshWorkstation, workstationOf } from './workstation.ts'
import { retryAfterMs } from '../files/heldFile.ts'
import { workstationFile, type SettingsFiles } from './workstationFile.ts'

const room = { kind: 'server', server: 'https://room.example' } as const

const aMachine = (content?: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaonao-settings-')), 'home', 'workstation.json')
  if (content !== undefined) {
    mkdirSync(join(path, '..'))
    writeFileSync(path, content)
  }
  const troubles: unknown[] = []
  const waits: number[] = []
  const files: SettingsFiles = { read: (one) => readFileSync(one, 'utf8'), rename: renameSync, pause: (ms) => void waits.push(ms) }
  const start = (differs: Partial<SettingsFiles> = {}) =>
    workstationFile({ path, now: () => Date.UTC(2027, 5, 1), onTrouble: (error) => troubles.push(error), files: { ...files, ...differs } })
  /** What was put aside, by what stands in it. */
  const aside = (why: string) =>
    readdirSync(join(path, '..'))
      .filter((name) => name.startsWith(`workstation.json.${why}-2027-06-01T`))
      .map((name) => readFileSync(join(path, '..', name), 'utf8'))
  return { path, troubles, waits, start, aside }
}

const held = () => {
  throw Object.assign(new Error('held'), { code: 'EBUSY' })
}

test('[E1] a machine that was never set up begins fresh, and writes nothing by that', () => {
  const { start, path, troubles } = aMachine()
  expect(start().now()).toEqual(freshWorkstation)
  expect([existsSync(path), troubles]).toEqual([false, []])
})

test('[E1] what was set is as it was after a restart', () => {
  const { start } = aMachine()
  expect(start().change({ room, language: 'en', hotKey: null, proxy: '10.0.0.1:3128' })).toBe(true)
  expect(start().now()).toEqual({ ...freshWorkstation, room, language: 'en', hotKey: null, proxy: '10.0.0.1:3128' })
})

test('[E1] what an older program did not know of is as fresh', () => {
  const { start } = aMachine(JSON.stringify({ version: 1, room }))
  expect(start().now()).toEqual({ ...freshWorkstation, room })
})

test.each(['', '{', '{"version":1,"room":', 'null', '[]', '3', '{"version":2}', '{}', '{"version":1,"room":{"kind":"elsewhere"}}'])(
  '[E1] %s is no workstation: put aside, not overwritten',
  (content) => {
    const { start, aside, troubles } = aMachine(content)
    const file = start()
    expect(file.now()).toEqual(freshWorkstation)
    file.change({ room })
    expect(aside('broken')).toEqual([content])
    expect(start().now().room).toEqual(room)
    expect(troubles).toHaveLength(1)
  },
)

test('[E1] whatever stands in the file, it is read or it is not, and the program starts', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const read = workstationOf(text)
      if (read) expect(workstationOf(JSON.stringify(read))).toEqual(read)
    }),
  )
})

/** Settings that nobody can write: a file stands where their folder should be. */
const unwritable = () => {
  const machine = aMachine()
  writeFileSync(join(machine.path, '..'), '')
  return machine
}

test('[E1] where nothing can be written a preference holds until the program ends, and that is said', () => {
  const { start, troubles } = unwritable()
  const file = start()
  expect(file.change({ language: 'en' })).toBe(false)
  expect(file.now().language).toBe('en')
  expect(troubles.length).toBeGreaterThan(0)
})

test('[E67] where nothing can be written, what must not hold without being kept leaves everything as it was', () => {
  const { start } = unwritable()
  const file = start()
  const trusted = [{ fingerprint: 'AA', pem: 'pem', host: 'room.example' }]
  expect(file.keep({ trusted, isWall: true })).toBe(false)
  expect(file.now()).toEqual(freshWorkstation)
})

test('[E67] what is kept holds at once and after a restart', () => {
  const { start } = aMachine()
  const file = start()
  expect(file.keep({ room, isWall: true })).toBe(true)
  expect([file.now(), start().now()]).toEqual(Array(2).fill({ ...freshWorkstation, room, isWall: true }))
})

test('[E67] settings that a scanner holds for a moment are waited for', () => {
  const { start, waits, path, troubles } = aMachine(JSON.stringify({ version: 1, room }))
  const read = () => (waits.length < 2 ? held() : readFileSync(path, 'utf8'))
  expect(start({ read }).now().room).toEqual(room)
  expect([waits, troubles]).toEqual([retryAfterMs.slice(0, 2), []])
})

test('[E67] settings that cannot be read are left alone until something is written, and are put aside then', () => {
  const content = JSON.stringify({ version: 1, room })
  const { start, path, aside, troubles } = aMachine(content)
  const file = start({ read: held })
  expect([file.now(), readFileSync(path, 'utf8'), troubles.length]).toEqual([freshWorkstation, content, 1])
  expect(file.change({ language: 'en' })).toBe(true)
  expect(file.change({ hotKey: null })).toBe(true)
  expect(aside('unreadable')).toEqual([content])
  expect(start().now()).toEqual({ ...freshWorkstation, language: 'en', hotKey: null })
})

test.each(['unreadable', 'broken'] as const)('[E67] %s settings that cannot be put aside are not written over', (why) => {
  const content = why === 'broken' ? '{' : JSON.stringify({ version: 1, room })
  const { start, path, aside } = aMachine(content)
  let isHeld = true
  const rename = (from: string, to: string) => (isHeld ? held() : renameSync(from, to))
  const file = start({ rename, ...(why === 'unreadable' && { read: held }) })
  expect([file.change({ language: 'en' }), file.now().language, file.keep({ isWall: true })]).toEqual([false, 'en', false])
  expect([readFileSync(path, 'utf8'), readdirSync(join(path, '..'))]).toEqual([content, ['workstation.json']])
  isHeld = false
  expect([file.keep({ isWall: true }), aside(why)]).toEqual([true, [content]])
})
