import type { MenuItemConstructorOptions } from 'electron'

export type TrayState = {
  readonly language: 'zh-CN' | 'en'
  readonly windows: readonly { readonly id: string; readonly title: string }[]
  readonly layouts: readonly { readonly id: string; readonly name: string }[]
  /** Alarms that nobody has acknowledged. */
  readonly alarms: number
}

export type TrayActs = {
  readonly raise: (id: string) => void
  /** All windows of the desk to the front. */
  readonly raiseAll: () => void
  readonly applyLayout: (id: string) => void
  readonly quit: () => void
}

const words = {
  'zh-CN': {
    tip: (alarms: number) => (alarms === 0 ? '小脑' : `小脑：${alarms} 条告警未确认`),
    open: '打开小脑',
    layouts: '布局',
    quit: '退出',
  },
  en: {
    tip: (alarms: number) => (alarms === 0 ? 'Xiaonao' : `Xiaonao: ${alarms} unacknowledged alarm${alarms === 1 ? '' : 's'}`),
    open: 'Open Xiaonao',
    layouts: 'Layouts',
    quit: 'Quit',
  },
}

const plain = (name: string): string => name.replace(/&/g, '&&')

export const trayTip = ({ language, alarms }: Pick<TrayState, 'language' | 'alarms'>): string => words[language].tip(alarms)

/** The menu of the sign beside the clock: what stands unacknowledged, the windows, the layouts, and out. */
export const trayTemplate = (state: TrayState, act: TrayActs): MenuItemConstructorOptions[] => {
  const { open, layouts, quit } = words[state.language]
  return [
    ...(state.alarms > 0 ? [{ label: trayTip(state), enabled: false }] : []),
    { label: open, click: act.raiseAll },
    ...state.windows.map(({ id, title }) => ({ label: plain(title), click: () => act.raise(id) })),
    { type: 'separator' },
    ...(state.layouts.length > 0
      ? [{ label: layouts, submenu: state.layouts.map(({ id, name }) => ({ label: plain(name), click: () => act.applyLayout(id) })) }]
      : []),
    { label: quit, click: act.quit },
  ]
}
