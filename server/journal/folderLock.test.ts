import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './folderLock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-lock-'))
  return () => rm(folder, { recursive: true })
})

test('[J23] a folder that is taken is not given again, until it is let go', async () => {
  const letGo = await lockFolder(folder)
  expect(letGo).not.toBeNull()
  expect(await lockFolder(folder)).toBeNull()
  await letGo?.()
  const again = await lockFolder(folder)
  expect(again).not.toBeNull()
  await again?.()
})

test('[J23] a process that is killed keeps its folder until then and no longer, and leaves nothing that locks', async () => {
  const holderFile = fileURLToPath(new URL('testing/folderHolder.ts', import.meta.url))
  const holder = spawn(process.execPath, ['--import', 'tsx', holderFile, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  const [said] = (await once(holder.stdout, 'data')) as [Buffer]
  expect(said.toString()).toContain('taken')
  expect(await lockFolder(folder)).toBeNull()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const letGo = await lockFolder(folder)
  expect(letGo).not.toBeNull()
  await letGo?.()
  expect(await readdir(folder)).toEqual(['room.lock'])
})
