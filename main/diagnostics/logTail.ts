import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** Enough for the last days of a desk that has trouble; a file that is mailed stays small. */
const tailBytes = 256 * 1024

const endOf = (path: string): string => {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      const bytes = Buffer.alloc(Math.min(size, tailBytes))
      readSync(file, bytes, 0, bytes.length, size - bytes.length)
      return bytes.toString('utf8')
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

/** The last lines of the desktop's log, oldest first; a first line that was cut is left out. */
export const logTail = (folder: string): readonly string[] => {
  const text = `${endOf(join(folder, 'desk.1.log'))}${endOf(join(folder, 'desk.log'))}`.slice(-tailBytes)
  return text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
}
