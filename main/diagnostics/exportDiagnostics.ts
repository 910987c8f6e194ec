import { gzipSync } from 'node:zlib'
import type { BrowserWindow } from 'electron'
import type { Filed } from '../../shared/contracts/desk.ts'
import { saveAs } from '../files/saveAs.ts'

/** Writes the diagnostics where the person says. `text` is asked once it is known where. */
export const exportDiagnostics = (
  window: BrowserWindow,
  day: string,
  text: () => string,
  onTrouble: (error: unknown) => void,
): Promise<Filed> =>
  saveAs({
    window,
    called: `xiaonao-diagnostics-${day}.json.gz`,
    filters: [{ name: 'gzip', extensions: ['gz'] }],
    content: () => gzipSync(text()),
    onTrouble,
  })
