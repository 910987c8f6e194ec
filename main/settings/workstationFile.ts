import { existsSync, readFileSync, renameSync } from 'node:fs'
import { writeWholeNow } from '../files/writeWholeNow.ts'
import { freshWorkstation, workstationOf, type Workstation } from './workstation.ts'

/** The workstation's settings as kept at `path`; the first read decides. A file that cannot be understood is put aside, not overwritten. */
export const workstationFile = (path: string, onTrouble: (error: unknown) => void) => {
  const read = (): Workstation => {
    try {
      if (!existsSync(path)) return freshWorkstation
      const known = workstationOf(readFileSync(path, 'utf8'))
      if (known) return known
      renameSync(path, `${path}.broken`)
      onTrouble(new Error(`${path} could not be understood and was put aside`))
    } catch (error) {
      onTrouble(error)
    }
    return freshWorkstation
  }
  let current = read()

  return {
    now: () => current,
    /** True when it is on the disk too; else it holds until the program ends. */
    change: (by: Partial<Omit<Workstation, 'version'>>): boolean => {
      current = { ...current, ...by }
      try {
        writeWholeNow(path, JSON.stringify(current, null, 2))
        return true
      } catch (error) {
        onTrouble(error)
        return false
      }
    },
  }
}

export type WorkstationFile = ReturnType<typeof workstationFile>
