import { expect, test } from 'vitest'
import { freshElectron } from '../testing/electron.ts'
import { deskTray } from './deskTray.ts'
import type { TrayState } from './trayTemplate.ts'

const state: TrayState = {
  language: 'zh-CN',
  windows: [{ id: 'queue', title: '小脑 · 接报' }],
  layouts: [{ id: 'night', name: '夜班' }],
  alarms: 2,
}

const aTray = () => {
  const { shown } = freshElectron()
  const done: string[] = []
  const tray = deskTray(
    '/resources/icons',
    {
      raise: (id) => done.push(`raise ${id}`),
      raiseAll: () => done.push('all'),
      applyLayout: (id) => done.push(`layout ${id}`),
      quit: () => done.push('quit'),
    },
    (error) => done.push(String(error)),
  )
  return { tray, done, sign: () => shown.trays[0] }
}

test('[E21] the sign counts, and leads to the windows, the layouts and out', () => {
  const { tray, done, sign } = aTray()
  tray.show(state)
  expect(sign()?.tip).toBe('小脑：2 条告警未确认')
  const menu = sign()?.menu
  menu?.choose('打开小脑')
  menu?.choose('小脑 · 接报')
  menu?.choose('布局', '夜班')
  menu?.choose('退出')
  sign()?.emit('click')
  expect(done).toEqual(['all', 'raise queue', 'layout night', 'quit', 'all'])
})

test('[E21] without alarms it counts none, in the workstation’s language', () => {
  const { tray, sign } = aTray()
  tray.show({ ...state, language: 'en', alarms: 0, layouts: [] })
  expect(sign()?.tip).toBe('Xiaonao')
  expect(sign()?.menu?.template.map(({ label, type }) => label ?? type)).toEqual(['Open Xiaonao', '小脑 · 接报', 'separator', 'Quit'])
  tray.show({ ...state, language: 'en', alarms: 1 })
  expect(sign()?.tip).toBe('Xiaonao: 1 unacknowledged alarm')
  tray.remove()
  tray.show(state)
  expect(sign()?.isGone).toBe(true)
})
