import { dialog, type BrowserWindow } from 'electron'
import type { Filed } from '../../shared/contracts/desk.ts'
import { writeWhole } from '../files/writeWhole.ts'
import { fileName } from './fileName.ts'

const onPaper = ({ webContents }: BrowserWindow): Promise<Filed> =>
  new Promise((resolve) => {
    webContents.print({ silent: false, printBackground: false }, (isDone, reason) => {
      if (isDone) return resolve({ ok: true, path: null })
      resolve({ ok: false, why: /cancel/i.test(reason) ? 'stopped' : 'no-printer' })
    })
  })

const asPdf = async (window: BrowserWindow, name: string, onTrouble: (error: unknown) => void): Promise<Filed> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName(name, 'pdf'),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return { ok: false, why: 'stopped' }
  try {
    writeWhole(filePath, await window.webContents.printToPDF({ pageSize: 'A4', printBackground: false }))
    return { ok: true, path: filePath }
  } catch (error) {
    onTrouble(error)
    return { ok: false, why: 'cannot-write' }
  }
}

/** What a window shows, on paper or as a file that the person chooses. */
export const printPage = (window: BrowserWindow, as: 'paper' | 'pdf', name: string, onTrouble: (error: unknown) => void): Promise<Filed> =>
  as === 'paper' ? onPaper(window) : asPdf(window, name, onTrouble)
