import type { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import type { OfferedContents } from './contents.ts'

type Geometry =
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'getPosition'
  | 'setPosition'
  | 'center'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'isKiosk'
  | 'setKiosk'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isNormal'

type Appearance =
  | 'getTitle'
  | 'setTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'flashFrame'
  | 'setProgressBar'
  | 'setIcon'
  | 'setBackgroundColor'
  | 'setMinimumSize'
  | 'setResizable'
  | 'setMovable'
  | 'setSkipTaskbar'
  | 'setContentProtection'
  | 'setVisibleOnAllWorkspaces'

type Life =
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'isDestroyed'
  | 'isVisible'
  | 'isMinimized'
  | 'isFocused'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'minimize'
  | 'restore'
  | 'focus'
  | 'blur'
  | 'moveTop'
  | 'close'
  | 'destroy'

export type WindowGeometry = Pick<BrowserWindow, Geometry>
export type WindowAppearance = Pick<BrowserWindow, Appearance>

/** What the stand-in offers of a window. */
export type OfferedWindow = EventEmitter &
  WindowGeometry &
  WindowAppearance &
  Pick<BrowserWindow, Life> & { readonly webContents: OfferedContents }
