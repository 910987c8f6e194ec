import type { Clipboard, CrashReporter, Shell } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'

/** Nothing outside is opened or shown; what was asked for is kept. */
export function shellPart({ record }: Recorder): Pick<Shell, 'openExternal' | 'showItemInFolder' | 'openPath' | 'beep'> {
  return offer('shell', {
    openExternal: async (url, options) => record('shell.openExternal', url, ...(options ? [options] : [])),
    showItemInFolder: (path) => record('shell.showItemInFolder', path),
    openPath: async (path) => {
      record('shell.openPath', path)
      return ''
    },
    beep: () => record('shell.beep'),
  })
}

export function clipboardPart({ record }: Recorder): Pick<Clipboard, 'writeText' | 'readText'> {
  let text = ''
  return offer('clipboard', {
    writeText: async (given) => {
      record('clipboard.writeText', given)
      text = given
    },
    readText: async () => text,
  })
}

export function crashReporterPart({ record }: Recorder): Pick<CrashReporter, 'start'> {
  return offer('crashReporter', { start: (options) => record('crashReporter.start', options) })
}
