import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instanceLock, type InstanceLock } from './instanceLock.ts'
import { paths } from './paths.ts'

let userData = ''
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'xiaonao-lock-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

const lockHere = (): InstanceLock => instanceLock(paths([`--user-data-dir=${userData}`], {}, userData), () => undefined)

test('[Q21] a lock that is given back can be had again', () => {
  const [first, second] = [lockHere(), lockHere()]
  expect(first.request()).toBe(true)
  expect(second.request()).toBe(false)
  first.release()
  expect(second.request()).toBe(true)
  expect([first.has(), second.has()]).toEqual([false, true])
  second.release()
})

test('[Q21] a holder that died without a farewell holds nothing', () => {
  mkdirSync(join(userData, 'instances'))
  // No process has this number: it is above what the kernel gives.
  writeFileSync(join(userData, 'instances', 'holder'), '4194999')
  const lock = lockHere()
  expect(lock.request()).toBe(true)
  lock.release()
})
