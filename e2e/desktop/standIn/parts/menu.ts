import type { MenuItem as ElectronItem, MenuItemConstructorOptions } from 'electron'
import { offer } from '../offer.ts'
import type { Recorder } from '../recorder.ts'

export type OfferedItem = Pick<ElectronItem, 'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked'> & {
  readonly accelerator?: string | undefined
  readonly role?: string | undefined
  readonly submenu?: OfferedMenu | undefined
  readonly click: () => void
}
export type OfferedMenu = {
  readonly items: OfferedItem[]
  readonly append: (item: OfferedItem) => void
  readonly getMenuItemById: (id: string) => OfferedItem | null
  readonly popup: (options?: object) => void
}

/** A menu as a test sees it. */
export type MenuSeen = {
  readonly label: string
  readonly id: string
  readonly enabled: boolean
  readonly visible: boolean
  readonly checked: boolean
  readonly accelerator?: string | undefined
  readonly items?: readonly MenuSeen[]
}

export type OfferedMenuClass = {
  new (): OfferedMenu
  buildFromTemplate(template: readonly (MenuItemConstructorOptions | OfferedItem)[]): OfferedMenu
  setApplicationMenu(menu: OfferedMenu | null): void
  getApplicationMenu(): OfferedMenu | null
}

export type MenuPart = {
  readonly Menu: OfferedMenuClass
  readonly MenuItem: new (options: MenuItemConstructorOptions) => OfferedItem
  /** Presses a menu item's keys; answers whether an item has them. */
  readonly press: (accelerator: string) => boolean
}

function itemOf(options: MenuItemConstructorOptions, build: OfferedMenuClass['buildFromTemplate']): OfferedItem {
  const type = options.type ?? (options.submenu ? 'submenu' : 'normal')
  const item = {
    id: options.id ?? '',
    label: options.label ?? options.role ?? '',
    type,
    enabled: options.enabled ?? true,
    visible: options.visible ?? true,
    checked: options.checked ?? false,
    accelerator: options.accelerator as string | undefined,
    role: options.role as string | undefined,
    submenu: Array.isArray(options.submenu) ? build(options.submenu) : (options.submenu as unknown as OfferedMenu | undefined),
    click: () => {
      if (!item.enabled) throw new Error(`The menu item '${item.label}' is not enabled.`)
      if (type === 'checkbox') item.checked = !item.checked
      if (type === 'radio') item.checked = true
      options.click?.(offered as unknown as ElectronItem, undefined, {} as never)
    },
  }
  const offered: OfferedItem = offer('MenuItem', item)
  return offered
}

const all = (menu: OfferedMenu): readonly OfferedItem[] => menu.items.flatMap((item) => [item, ...(item.submenu ? all(item.submenu) : [])])

/** The item behind words like `File/Print`, or the one with this id. */
export function itemAt(menu: OfferedMenu, words: string): OfferedItem {
  const [first = '', ...rest] = words.split('/')
  const found = menu.items.find(({ label }) => label === first)
  if (found?.submenu && rest.length > 0) return itemAt(found.submenu, rest.join('/'))
  const item = rest.length === 0 ? (found ?? all(menu).find(({ id }) => id === words)) : undefined
  if (!item) throw new Error(`There is no menu item '${words}'.`)
  return item
}

export const menuSeen = ({ items }: OfferedMenu): readonly MenuSeen[] =>
  items.map(({ label, id, enabled, visible, checked, accelerator, submenu }) => ({
    label,
    id,
    enabled,
    visible,
    checked,
    accelerator,
    ...(submenu ? { items: menuSeen(submenu) } : {}),
  }))

const keysOf = (accelerator: string): string =>
  accelerator
    .toLowerCase()
    .replace(/cmdorctrl|commandorcontrol|control/g, 'ctrl')
    .split('+')
    .sort()
    .join('+')

export function menuPart({ record }: Recorder): MenuPart {
  let application: OfferedMenu | null = null

  class Menu {
    items: OfferedItem[] = []
    constructor() {
      return offer('Menu', this)
    }
    append = (item: OfferedItem): void => void this.items.push(item)
    getMenuItemById = (id: string): OfferedItem | null => all(this).find((item) => item.id === id) ?? null
    popup = (options?: object): void => record('Menu.popup', menuSeen(this), options)
    static buildFromTemplate = (template: readonly (MenuItemConstructorOptions | OfferedItem)[]): OfferedMenu => {
      const menu = new Menu()
      for (const one of template) menu.append(itemOf(one as MenuItemConstructorOptions, Menu.buildFromTemplate))
      return menu
    }
    static setApplicationMenu = (menu: OfferedMenu | null): void => {
      application = menu
    }
    static getApplicationMenu = (): OfferedMenu | null => application
  }

  class MenuItem {
    constructor(options: MenuItemConstructorOptions) {
      return itemOf(options, Menu.buildFromTemplate) as unknown as MenuItem
    }
  }

  return {
    Menu: offer('Menu', Menu as unknown as OfferedMenuClass),
    MenuItem: MenuItem as unknown as MenuPart['MenuItem'],
    press: (accelerator) => {
      const items = application ? all(application) : []
      const item = items.find((one) => one.accelerator !== undefined && keysOf(one.accelerator) === keysOf(accelerator))
      item?.click()
      return item !== undefined
    },
  }
}
