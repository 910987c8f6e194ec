import type { Dialog } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'

type Methods = 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'
export type DialogMethod = Exclude<Methods, 'showErrorBox'>
export type OfferedDialog = Pick<Dialog, Methods>

export type DialogPart = {
  readonly dialog: OfferedDialog
  /** What the person will answer to the next dialog of this kind. */
  readonly answer: (method: DialogMethod, answer: unknown) => void
}

/** Nobody is there to answer a dialog: a test says the answer before it is asked, and a dialog nobody foresaw is refused. */
export function dialogPart({ record }: Recorder): DialogPart {
  const answers: { readonly method: DialogMethod; readonly answer: unknown }[] = []

  function asked(method: DialogMethod, given: readonly unknown[]): unknown {
    // The first argument is the window that it belongs to, if there are two.
    record(`dialog.${method}`, given.at(-1))
    const at = answers.findIndex((one) => one.method === method)
    if (at < 0) throw new Error(`The stand-in was not told the answer to dialog.${method}: ${JSON.stringify(given.at(-1))}`)
    return answers.splice(at, 1)[0]?.answer
  }
  const later =
    (method: DialogMethod) =>
    async (...given: readonly unknown[]): Promise<unknown> =>
      asked(method, given)

  const dialog = {
    showMessageBox: later('showMessageBox'),
    showMessageBoxSync: (...given: readonly unknown[]) => asked('showMessageBoxSync', given),
    showOpenDialog: later('showOpenDialog'),
    showSaveDialog: later('showSaveDialog'),
    showErrorBox: (title: string, content: string) => record('dialog.showErrorBox', title, content),
  } as unknown as OfferedDialog
  return { dialog: offer('dialog', dialog), answer: (method, answer) => void answers.push({ method, answer }) }
}
