import { readFileSync, renameSync } from 'node:fs'
import { onceFree, standStill, type Pause } from '../files/heldFile.ts'
import { writeWholeNow } from '../files/writeWholeNow.ts'
import { freshWorkstation, workstationOf, type Workstation } from './workstation.ts'

export type SettingsFiles = {
  readonly read: (path: string) => string
  readonly rename: (from: string, to: string) => void
  readonly pause: Pause
}

const nodeFiles: SettingsFiles = { read: (path) => readFileSync(path, 'utf8'), rename: renameSync, pause: standStill }

type Needs = {
  readonly path: string
  /** UTC ms, for the name of what is put aside. */
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
  readonly files?: SettingsFiles
}

/** How settings were found that may be worth more than what is written next. */
type InTheWay = 'broken' | 'unreadable'
type Found = { readonly workstation: Workstation; readonly inTheWay: InTheWay | null }
type Change = Partial<Omit<Workstation, 'version'>>

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * The workstation's settings as kept at `path`; the first read decides. What cannot be understood, or not be read just now,
 * is put aside and not written over: where even that fails, nothing is written.
 */
export const workstationFile = ({ path, now, onTrouble, files = nodeFiles }: Needs) => {
  const found = (): Found => {
    try {
      const known = workstationOf(onceFree(() => files.read(path), files.pause))
      if (known) return { workstation: known, inTheWay: null }
      onTrouble(new Error(`${path} could not be understood and is put aside`))
      return { workstation: freshWorkstation, inTheWay: 'broken' }
    } catch (error) {
      if (isMissing(error)) return { workstation: freshWorkstation, inTheWay: null }
      onTrouble(error)
      return { workstation: freshWorkstation, inTheWay: 'unreadable' }
    }
  }
  let { workstation: current, inTheWay } = found()

  const setAside = (): void => {
    if (inTheWay === null) return
    const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-')
    try {
      files.rename(path, `${path}.${inTheWay}-${stamp}`)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    inTheWay = null
  }

  const write = (next: Workstation): boolean => {
    // Only once the new settings are on the disk, so that a disk that is full costs the old ones not even their name.
    const replace = (from: string, to: string) => {
      setAside()
      files.rename(from, to)
    }
    try {
      writeWholeNow(path, JSON.stringify(next, null, 2), replace, files.pause)
      return true
    } catch (error) {
      onTrouble(error)
      return false
    }
  }

  return {
    now: () => current,
    /** For what a person prefers. True when it is on the disk too; else it holds until the program ends. */
    change: (by: Change): boolean => {
      current = { ...current, ...by }
      return write(current)
    },
    /** For what this workstation is and whom it believes: true when it is on the disk; else everything is as it was. */
    keep: (by: Change): boolean => {
      const next = { ...current, ...by }
      if (!write(next)) return false
      current = next
      return true
    },
  }
}

export type WorkstationFile = ReturnType<typeof workstationFile>
