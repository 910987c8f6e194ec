import * as nodeFiles from 'node:fs/promises'
import type { StoreFiles } from '../layoutStore.ts'

/** The moments of a writing at which a machine may be killed or a disk may fail. */
export type Step = 'mkdir' | 'open' | 'writeFile' | 'half a writeFile' | 'sync' | 'close' | 'rename'

type FailingFiles = StoreFiles & { readonly mend: () => void }

/**
 * The real disk, except that it fails at one step, always or so many times. `killed` is a process that is no more: nothing that
 * comes after the step is done either, so nothing is tidied up.
 */
export const failingFiles = (step: Step, code: string, times = Infinity): FailingFiles => {
  let left = times
  let isDead = false
  const fail = (here: Step): void => {
    if (!isDead && (here !== step || left-- <= 0)) return
    isDead = code === 'killed'
    throw Object.assign(new Error(`${code}: ${here}`), { code })
  }
  const open: StoreFiles['open'] = async (path, flags, mode) => {
    fail('open')
    const file = await nodeFiles.open(path, flags, mode)
    const failing = {
      writeFile: async (text: string) => {
        fail('writeFile')
        if (step === 'half a writeFile' && left > 0) {
          await file.writeFile(text.slice(0, text.length / 2))
          fail('half a writeFile')
        }
        await file.writeFile(text)
      },
      sync: async () => {
        fail('sync')
        await file.sync()
      },
      close: async () => {
        // The system closes what a dead process had open.
        await file.close()
        fail('close')
      },
    }
    return failing as unknown as nodeFiles.FileHandle
  }
  const mkdir = async (path: string, options: { readonly recursive: true }) => {
    fail('mkdir')
    return await nodeFiles.mkdir(path, options)
  }
  return {
    readFile: nodeFiles.readFile,
    open,
    mkdir: mkdir as StoreFiles['mkdir'],
    rename: async (from, to) => {
      fail('rename')
      await nodeFiles.rename(from, to)
    },
    rm: async (path, options) => {
      if (isDead) throw new Error('killed')
      await nodeFiles.rm(path, options)
    },
    mend: () => void (left = 0),
  }
}
