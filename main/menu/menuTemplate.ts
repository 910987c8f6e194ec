import type { MenuItemConstructorOptions } from 'electron'
import type { MenuWords } from './words.ts'

export type MenuState = {
  readonly words: MenuWords
  readonly isMac: boolean
  readonly isPackaged: boolean
  /** Only a workstation that belongs to a room can leave it, and has layouts. */
  readonly hasRoom: boolean
  readonly layouts: readonly { readonly id: string; readonly name: string }[]
}

export type MenuActs = {
  readonly print: (as: 'paper' | 'pdf') => void
  readonly leave: () => void
  readonly reload: () => void
  readonly zoom: (way: 'in' | 'out' | 'reset') => void
  readonly toggleFullScreen: () => void
  readonly applyLayout: (id: string) => void
  readonly identify: () => void
  readonly diagnostics: () => void
  readonly about: () => void
  readonly quit: () => void
}

type Items = MenuItemConstructorOptions[]
const line: MenuItemConstructorOptions = { type: 'separator' }
/** An ampersand in a name would underline the letter behind it. */
const plain = (name: string): string => name.replace(/&/g, '&&')

/** The menu of the program in the workstation's language. In a packaged program nothing in it opens a page's insides. */
export const menuTemplate = ({ words, isMac, isPackaged, hasRoom, layouts }: MenuState, act: MenuActs): Items => {
  const choices: Items =
    layouts.length === 0
      ? [{ label: words.noLayouts, enabled: false }]
      : layouts.map(({ id, name }) => ({ label: plain(name), click: () => act.applyLayout(id) }))
  const file: Items = [
    { label: words.print, accelerator: 'CommandOrControl+P', click: () => act.print('paper') },
    { label: words.savePdf, click: () => act.print('pdf') },
    line,
    ...(hasRoom ? [{ label: words.leave, click: act.leave }, line] : []),
    { label: words.quit, accelerator: isMac ? 'Command+Q' : 'Control+Q', click: act.quit },
  ]
  const edit: Items = [
    { label: words.undo, role: 'undo' },
    { label: words.redo, role: 'redo' },
    line,
    { label: words.cut, role: 'cut' },
    { label: words.copy, role: 'copy' },
    { label: words.paste, role: 'paste' },
    { label: words.selectAll, role: 'selectAll' },
  ]
  const view: Items = [
    { label: words.reload, accelerator: 'CommandOrControl+R', click: act.reload },
    line,
    { label: words.zoomIn, accelerator: 'CommandOrControl+=', click: () => act.zoom('in') },
    { label: words.zoomOut, accelerator: 'CommandOrControl+-', click: () => act.zoom('out') },
    { label: words.zoomReset, accelerator: 'CommandOrControl+0', click: () => act.zoom('reset') },
    line,
    { label: words.fullScreen, accelerator: isMac ? 'Control+Command+F' : 'F11', click: act.toggleFullScreen },
    ...(isPackaged ? [] : [line, { label: words.devTools, role: 'toggleDevTools' } as const]),
  ]
  const windows: Items = [
    ...(hasRoom ? [{ label: words.layouts, submenu: choices }, { label: words.identify, click: act.identify }, line] : []),
    { label: words.minimize, role: 'minimize' },
    { label: words.close, role: 'close' },
  ]
  const help: Items = [
    { label: words.diagnostics, click: act.diagnostics },
    { label: words.about, click: act.about },
  ]
  return [
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    { label: words.windows, submenu: windows },
    { label: words.help, submenu: help },
  ]
}
