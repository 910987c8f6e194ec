import type { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import type { Recorder } from '../recorder.ts'
import type { WindowAppearance } from './offeredWindow.ts'

/** What would be seen on the frame of a window or in the system's bars. There is neither, so it is kept and told. */
export function appearance({ record }: Recorder, heard: EventEmitter, options: BrowserWindowConstructorOptions): WindowAppearance {
  let title = options.title ?? ''
  let isOnTop = options.alwaysOnTop ?? false
  const kept =
    (name: string) =>
    (...given: readonly unknown[]): void =>
      record(`BrowserWindow.${name}`, ...given)
  return {
    getTitle: () => title,
    setTitle: (given) => {
      title = given
    },
    isAlwaysOnTop: () => isOnTop,
    setAlwaysOnTop: (given) => {
      isOnTop = given
      heard.emit('always-on-top-changed', {}, given)
    },
    setMenu: kept('setMenu'),
    removeMenu: kept('removeMenu'),
    setMenuBarVisibility: kept('setMenuBarVisibility'),
    setAutoHideMenuBar: kept('setAutoHideMenuBar'),
    flashFrame: kept('flashFrame'),
    setProgressBar: kept('setProgressBar'),
    setIcon: kept('setIcon'),
    setBackgroundColor: kept('setBackgroundColor'),
    setMinimumSize: kept('setMinimumSize'),
    setResizable: kept('setResizable'),
    setMovable: kept('setMovable'),
    setSkipTaskbar: kept('setSkipTaskbar'),
    setContentProtection: kept('setContentProtection'),
    setVisibleOnAllWorkspaces: kept('setVisibleOnAllWorkspaces'),
  }
}
