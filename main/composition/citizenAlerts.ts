import { join } from 'node:path'
import { app, BrowserWindow, nativeImage, Notification } from 'electron'
import { alerts } from '../alerts/alerts.ts'
import type { DeskWindows } from './deskWindows.ts'

type Needs = {
  readonly windows: DeskWindows
  readonly icons: string
  readonly language: () => 'zh-CN' | 'en'
  readonly after: (ms: number, act: () => void) => () => void
  /** The number of alarms that stand is another. */
  readonly counted: () => void
}

/** A person who goes from one console to the next leaves the first for a moment. */
const lookAwayMs = 300

/** Alarms as the system tells them: notes, the task bar, the number on the sign. */
export const citizenAlerts = ({ windows, icons, language, after, counted }: Needs) => {
  const consoles = () => windows.windows().filter(({ placement }) => placement.region !== 'wall' && placement.region !== 'supervise')

  const note = (title: string, body: string, isLoud: boolean): (() => void) => {
    if (!Notification.isSupported()) return () => {}
    const shown = new Notification({ title, body, silent: !isLoud, urgency: isLoud ? 'critical' : 'normal' })
    shown.on('click', windows.raiseConsole)
    shown.show()
    return () => shown.close()
  }

  const count = (standing: number) => {
    app.setBadgeCount(standing)
    if (process.platform === 'win32') {
      const dot = standing > 0 ? nativeImage.createFromPath(join(icons, 'alarm.png')) : null
      for (const { window } of consoles()) window.setOverlayIcon(dot, standing > 0 ? String(standing) : '')
    }
    counted()
  }

  const told = alerts({
    note,
    count,
    isLookedAt: () => {
      const focused = BrowserWindow.getFocusedWindow()
      return focused !== null && consoles().some(({ window }) => window.id === focused.id)
    },
    flash: (isOn) => {
      for (const { window } of consoles()) window.flashFrame(isOn)
    },
    several: (number) => (language() === 'en' ? `${number} new alarms` : `${number} 条新告警`),
  })

  let cancel = () => {}
  const looked = () => {
    cancel()
    cancel = after(lookAwayMs, told.looked)
  }
  app.on('browser-window-focus', looked)
  app.on('browser-window-blur', looked)
  return told
}
