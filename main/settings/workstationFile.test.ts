import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshWorkstation, workstationOf } from './workstation.ts'
import { workstationFile } from './workstationFile.ts'

const room = { kind: 'server', server: 'https://room.example' } as const

const aMachine = (content?: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaonao-settings-')), 'home', 'workstation.json')
  if (content !== undefined) {
    mkdirSync(join(path, '..'))
    writeFileSync(path, content)
  }
  const troubles: unknown[] = []
  return { path, troubles, start: () => workstationFile(path, (error) => troubles.push(error)) }
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
    const { start, path, troubles } = aMachine(content)
    const file = start()
    expect(file.now()).toEqual(freshWorkstation)
    file.change({ room })
    expect(readFileSync(`${path}.broken`, 'utf8')).toBe(content)
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

test('[E1] where nothing can be written it holds until the program ends, and says so', () => {
  const home = mkdtempSync(join(tmpdir(), 'xiaonao-settings-'))
  writeFileSync(join(home, 'file'), '')
  const troubles: unknown[] = []
  const file = workstationFile(join(home, 'file', 'workstation.json'), (error) => troubles.push(error))
  expect(file.change({ room })).toBe(false)
  expect(file.now().room).toEqual(room)
  expect(troubles).toHaveLength(1)
})
