import { gzipSync } from 'node:zlib'
import { dialog, type BrowserWindow } from 'electron'
import type { Filed } from '../../shared/contracts/desk.ts'
import { writeWhole } from '../files/writeWhole.ts'

/** Writes the diagnostics where the person says. `text` is asked once it is known where. */
export const exportDiagnostics = async (
  window: BrowserWindow,
  day: string,
  text: () => string,
  onTrouble: (error: unknown) => void,
): Promise<Filed> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `xiaonao-diagnostics-${day}.json.gz`,
    filters: [{ name: 'gzip', extensions: ['gz'] }],
  })
  if (canceled || filePath === '') return { ok: false, why: 'stopped' }
  try {
    writeWhole(filePath, gzipSync(text()))
    return { ok: true, path: filePath }
  } catch (error) {
    onTrouble(error)
    return { ok: false, why: 'cannot-write' }
  }
}
