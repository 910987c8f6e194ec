import type { WindowSeen } from '../controls.ts'
import type { OpenWindow } from './browserWindow.ts'

export function windowSeen({ offered }: OpenWindow): WindowSeen {
  return {
    id: offered.id,
    bounds: offered.getBounds(),
    url: offered.webContents.getURL(),
    title: offered.getTitle() || offered.webContents.getTitle(),
    isVisible: offered.isVisible(),
    isFullScreen: offered.isFullScreen(),
    isKiosk: offered.isKiosk(),
    isFocused: offered.isFocused(),
  }
}
