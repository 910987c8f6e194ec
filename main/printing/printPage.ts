import type { BrowserWindow } from 'electron'
import type { Filed } from '../../shared/contracts/desk.ts'
import { fileName } from '../files/fileName.ts'
import { saveAs } from '../files/saveAs.ts'

const onPaper = ({ webContents }: BrowserWindow): Promise<Filed> =>
  new Promise((resolve) => {
    webContents.print({ silent: false, printBackground: false }, (isDone, reason) => {
      if (isDone) return resolve({ ok: true, path: null })
      resolve({ ok: false, why: /cancel/i.test(reason) ? 'stopped' : 'no-printer' })
    })
  })

const asPdf = (window: BrowserWindow, name: string, onTrouble: (error: unknown) => void): Promise<Filed> =>
  saveAs({
    window,
    called: fileName(name, 'pdf'),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    content: () => window.webContents.printToPDF({ pageSize: 'A4', printBackground: false }),
    onTrouble,
  })

/** What a window shows, on paper or as a file that the person chooses. */
export const printPage = (window: BrowserWindow, as: 'paper' | 'pdf', name: string, onTrouble: (error: unknown) => void): Promise<Filed> =>
  as === 'paper' ? onPaper(window) : asPdf(window, name, onTrouble)
