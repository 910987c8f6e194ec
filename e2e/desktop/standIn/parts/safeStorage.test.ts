import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { paths } from './paths.ts'
import { safeStoragePart } from './safeStorage.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaonao-storage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const storageIn = (name: string) => safeStoragePart(paths([], { XIAONAO_USER_DATA: join(folder, name) }, folder))

test('[Q22] what was encrypted is read by the same workstation after a restart, and by no other', () => {
  const kept = storageIn('one').safeStorage.encryptString('秘密')
  expect(kept.toString()).not.toContain('秘密')
  expect(storageIn('one').safeStorage.decryptString(kept)).toBe('秘密')
  expect(() => storageIn('two').safeStorage.decryptString(kept)).toThrow()
})

test('[Q23] a test can take encryption away', () => {
  const { safeStorage, setAvailable } = storageIn('one')
  setAvailable(false)
  expect(safeStorage.isEncryptionAvailable()).toBe(false)
  expect(() => safeStorage.encryptString('秘密')).toThrow('Encryption is not available')
})
