import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConsoleRegion } from '../../../shared/contracts/layout.ts'
import { someLocks } from '../../testing/someLocks.ts'
import { deskVoice, whoSounds } from './deskVoice.ts'

/** Locks answer over some turns of the microtask queue; all of them pass within one task. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

const aDesk = (desk = 'desk') => {
  const locks = someLocks()
  const sounding = new Set<string>()
  const leave = new Map<string, () => void>()
  let most = 0
  const open = (region: ConsoleRegion, id: string, of = desk) => {
    const onVoice = (hasVoice: boolean) => {
      if (hasVoice) sounding.add(id)
      else sounding.delete(id)
    }
    leave.set(id, deskVoice({ locks: locks.of(id), desk: of, own: { region, id }, onVoice }))
  }
  const close = (id: string) => {
    leave.get(id)?.()
    leave.delete(id)
  }
  const crash = (id: string) => {
    locks.crash(id)
    leave.delete(id)
    sounding.delete(id)
  }
  const heard = async () => {
    await settled()
    most = Math.max(most, sounding.size)
    return [...sounding]
  }
  return { open, close, crash, heard, most: () => most, alive: () => [...leave.keys()] }
}

test('[C55] the window with the queue sounds before a whole console, the board and the map; of equals the same one everywhere', () => {
  const map = { region: 'map', id: 'a' } as const
  const board = { region: 'board', id: 'b' } as const
  const all = { region: 'all', id: 'c' } as const
  expect(whoSounds([])).toBeNull()
  expect(whoSounds([map, board])).toBe(board)
  expect(whoSounds([map, all, board])).toBe(all)
  expect(whoSounds([{ region: 'queue', id: 'z' }, all, { region: 'queue', id: 'y' }])).toEqual({ region: 'queue', id: 'y' })
})

test('[C55] of four windows one sounds; closed or crashed, the next one does', async () => {
  const desk = aDesk()
  desk.open('map', 'm')
  expect(await desk.heard()).toEqual(['m'])
  desk.open('queue', 'q')
  desk.open('board', 'b')
  desk.open('all', 'a')
  expect(await desk.heard()).toEqual(['q'])
  desk.close('q')
  expect(await desk.heard()).toEqual(['a'])
  desk.crash('a')
  expect(await desk.heard()).toEqual(['b'])
  desk.close('m')
  expect(await desk.heard()).toEqual(['b'])
  desk.close('b')
  expect(await desk.heard()).toEqual([])
})

test('[C55] another person’s windows in the same browser sound for themselves', async () => {
  const desk = aDesk()
  desk.open('queue', 'mine', 'regions/operator1')
  desk.open('queue', 'theirs', 'regions/operator2')
  expect(new Set(await desk.heard())).toEqual(new Set(['mine', 'theirs']))
})

test('[C55] where locks are refused every window sounds, lest none does', async () => {
  const sounds: boolean[] = []
  const refused = { request: () => Promise.reject(new Error('not allowed here')), query: () => Promise.resolve({}) }
  deskVoice({ locks: refused, desk: 'd', own: { region: 'map', id: 'm' }, onVoice: (has) => void sounds.push(has) })
  await settled()
  expect(sounds).toEqual([true])
})

const regions = ['queue', 'all', 'board', 'map'] as const
const moves = fc.array(fc.record({ do: fc.constantFrom('open', 'close', 'crash', 'wait' as const), region: fc.nat(3), at: fc.nat(5) }), {
  maxLength: 25,
})

test('[C55] however windows come and go, there is one voice as long as there is one window, and never two', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      const desk = aDesk()
      let opened = 0
      const regionOf = new Map<string, ConsoleRegion>()
      for (const { do: what, region, at } of all) {
        const alive = desk.alive()
        if (what === 'wait') await desk.heard()
        else if (what === 'open') {
          const id = `w${++opened}`
          regionOf.set(id, regions[region] ?? 'all')
          desk.open(regions[region] ?? 'all', id)
        } else if (alive.length > 0) desk[what](alive[at % alive.length] ?? '')
      }
      const best = whoSounds(desk.alive().map((id) => ({ id, region: regionOf.get(id) ?? 'all' })))
      expect(await desk.heard()).toEqual(best ? [best.id] : [])
      expect(desk.most()).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 },
  )
})
