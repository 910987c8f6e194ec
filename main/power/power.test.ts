import { expect, test } from 'vitest'
import { aClock } from '../testing/aClock.ts'
import { freshElectron } from '../testing/electron.ts'
import { away } from './away.ts'
import { keepAwake } from './keepAwake.ts'
import { lockWatch } from './lockWatch.ts'

test('[E18] the displays are kept on once, and let go once', () => {
  const { powerSaveBlocker } = freshElectron()
  const keep = keepAwake()
  keep(false)
  keep(true)
  keep(true)
  expect([...powerSaveBlocker.running.values()]).toEqual(['prevent-display-sleep'])
  keep(false)
  keep(false)
  expect(powerSaveBlocker.running.size).toBe(0)
})

const aPerson = () => {
  const clock = aClock(1_000)
  const told: (readonly number[])[] = []
  return { clock, told, ...away({ now: clock.now, left: (at) => told.push([at]), back: (at, awayMs) => told.push([at, awayMs]) }) }
}

test('[E19] locked and unlocked: nobody saw the screens for so long', () => {
  const { clock, told, locked, unlocked } = aPerson()
  locked()
  clock.pass(90_000)
  unlocked()
  expect(told).toEqual([[1_000], [91_000, 90_000]])
})

test('[E19] asleep while it is locked is one absence, which ends with the lock', () => {
  const { clock, told, locked, unlocked, asleep, awake } = aPerson()
  locked()
  clock.pass(10)
  asleep()
  clock.pass(10)
  awake()
  clock.pass(10)
  unlocked()
  expect(told).toEqual([[1_000], [1_030, 30]])
})

test('[E19] what was not left is not come back to', () => {
  const { told, unlocked, awake, locked } = aPerson()
  unlocked()
  awake()
  locked()
  locked()
  expect(told).toEqual([[1_000]])
})

const aWatch = (platform: NodeJS.Platform) => {
  const { powerMonitor } = freshElectron()
  const clock = aClock()
  const told: string[] = []
  lockWatch({ platform, after: clock.after, locked: () => told.push('locked'), unlocked: () => told.push('unlocked') })
  return { powerMonitor, clock, told }
}

test('[E19] on Linux, which tells nobody of a lock, it is asked for, and each change is told once', () => {
  const { powerMonitor, clock, told } = aWatch('linux')
  powerMonitor.emit('lock-screen')
  clock.pass(30_000)
  expect(told).toEqual([])
  powerMonitor.isLocked = true
  clock.pass(30_000)
  expect(told).toEqual(['locked'])
  powerMonitor.isLocked = false
  clock.pass(30_000)
  expect(told).toEqual(['locked', 'unlocked'])
})

test.each(['win32', 'darwin'] as const)('[E19] on %s the system says so itself', (platform) => {
  const { powerMonitor, clock, told } = aWatch(platform)
  powerMonitor.isLocked = true
  clock.pass(30_000)
  powerMonitor.emit('lock-screen')
  powerMonitor.emit('unlock-screen')
  expect(told).toEqual(['locked', 'unlocked'])
})
