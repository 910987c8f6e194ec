import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { writeWhole } from './writeWhole.ts'

type Wish = {
  readonly window: BrowserWindow
  /** What the file is called unless the person says otherwise. */
  readonly called: string
  readonly filters: FileFilter[]
  /** Asked once it is known where; what cannot be made is not written. */
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>
  readonly onTrouble: (error: unknown) => void
}

export type Saved = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: 'stopped' | 'cannot-write' }

/** A file where the person says: there whole, or not at all. */
export const saveAs = async ({ window, called, filters, content, onTrouble }: Wish): Promise<Saved> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: called, filters })
  if (canceled || filePath === '') return { ok: false, why: 'stopped' }
  try {
    await writeWhole(filePath, await content())
    return { ok: true, path: filePath }
  } catch (error) {
    onTrouble(error)
    return { ok: false, why: 'cannot-write' }
  }
}
