import { EventEmitter } from 'node:events'
import type { Menu, MenuItemConstructorOptions, NativeImage, Notification, NotificationConstructorOptions, Tray } from 'electron'
import { unfaked } from './unfaked.ts'

/** What was put before a person besides windows. */
export type Shown = {
  readonly notifications: FakeNotification[]
  readonly trays: FakeTray[]
  menu: FakeMenu | null
  canNotify: boolean
}

export class FakeMenu extends EventEmitter implements Pick<Menu, never> {
  readonly template: readonly MenuItemConstructorOptions[]
  constructor(template: readonly MenuItemConstructorOptions[]) {
    super()
    this.template = template
  }
  /** The item under these labels, one below the other, each given by a part of it. */
  item(...labels: readonly string[]): MenuItemConstructorOptions {
    let items = this.template
    let found: MenuItemConstructorOptions | undefined
    for (const label of labels) {
      found = items.find((one) => one.label?.includes(label))
      if (!found) throw new Error(`no menu item ${label} among ${items.map((one) => one.label ?? one.role ?? one.type).join(', ')}`)
      items = Array.isArray(found.submenu) ? found.submenu : []
    }
    if (!found) throw new Error('no label was given')
    return found
  }
  /** A person chooses it. */
  choose(...labels: readonly string[]): void {
    ;(this.item(...labels).click as (() => void) | undefined)?.()
  }
}

export class FakeNotification extends EventEmitter implements Pick<Notification, 'show' | 'close'> {
  readonly options: NotificationConstructorOptions
  isShown = false
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show() {
    this.isShown = true
    this.emit('show')
  }
  close() {
    this.isShown = false
    this.emit('close')
  }
}

export class FakeTray extends EventEmitter implements Pick<Tray, 'setToolTip' | 'destroy' | 'isDestroyed'> {
  readonly image: unknown
  tip = ''
  menu: FakeMenu | null = null
  isGone = false
  constructor(image: unknown) {
    super()
    this.image = image
  }
  setToolTip(tip: string) {
    this.tip = tip
  }
  setContextMenu(menu: FakeMenu | null) {
    this.menu = menu
  }
  destroy() {
    this.isGone = true
  }
  isDestroyed() {
    return this.isGone
  }
}

type MenuStatics = keyof Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>

export type ShownClasses = {
  readonly Menu: Record<MenuStatics, unknown> & {
    buildFromTemplate(template: readonly MenuItemConstructorOptions[]): FakeMenu
    setApplicationMenu(menu: FakeMenu | null): void
  }
  readonly Notification: { new (options?: NotificationConstructorOptions): FakeNotification; isSupported(): boolean }
  readonly Tray: { new (image: unknown): FakeTray }
}

/** Electron's `Menu`, `Notification` and `Tray`. */
export const shownBy = (shown: Shown): ShownClasses => ({
  Menu: unfaked(
    'Menu',
    class MenuOfTest extends FakeMenu {
      static buildFromTemplate(template: readonly MenuItemConstructorOptions[]) {
        return unfaked('Menu', new FakeMenu(template))
      }
      static setApplicationMenu(menu: FakeMenu | null) {
        shown.menu = menu
      }
    },
  ),
  Notification: unfaked(
    'Notification',
    class NotificationOfTest extends FakeNotification {
      constructor(options: NotificationConstructorOptions = {}) {
        super(options)
        const notification = unfaked('Notification', this)
        shown.notifications.push(notification)
        return notification
      }
      static isSupported() {
        return shown.canNotify
      }
    },
  ),
  Tray: unfaked(
    'Tray',
    class TrayOfTest extends FakeTray {
      constructor(image: unknown) {
        super(image)
        const tray = unfaked('Tray', this)
        shown.trays.push(tray)
        return tray
      }
    },
  ),
})

/** A picture is its path. */
export class FakeNativeImage implements Pick<NativeImage, 'isEmpty' | 'setTemplateImage'> {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
  isEmpty() {
    return this.path === ''
  }
  setTemplateImage() {}
  resize() {
    return this
  }
}
