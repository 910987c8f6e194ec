import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Theme = 'dark' | 'light'

export const isTheme = (name: string): name is Theme => name === 'dark' || name === 'light'

/** The map styles as they lie in the folder, with `{version}` still in their addresses. */
export type Styles = Readonly<Record<Theme, string>>

/** Reads `style-dark.json` and `style-light.json`; throws when the installation is broken. */
export const loadStyles = (folder: string): Styles => {
  const read = (theme: Theme) => {
    const text = readFileSync(join(folder, `style-${theme}.json`), 'utf8')
    JSON.parse(text)
    return text
  }
  return { dark: read('dark'), light: read('light') }
}

/**
 * A MapLibre style as JSON text, its tiles addressed from the root of wherever the page has it from: between us and the
 * page may stand a proxy with TLS, or the desktop app. The styles have no glyphs and no sprites, so labels are drawn with
 * fonts of the workstation and nothing is fetched from outside.
 */
export const styleFor = (styles: Styles, theme: Theme, version: string): string => styles[theme].replaceAll('{version}', version)
