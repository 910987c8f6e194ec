import type { MapTheme } from './images.ts'

/** The engine's name of a source or layer of ours, apart from the basemap's. */
export const own = (name: string): string => `xn-${name}`

/** Fonts of the workstation, as in the basemap. */
export const font = ['Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif']

export const inks = {
  dark: { text: '#e8eef5', halo: '#0b1016', grid: '#5b7793', accent: '#6aa8ff', danger: '#ff6b6b', warn: '#ffb454' },
  light: { text: '#16202b', halo: '#ffffff', grid: '#5a7490', accent: '#1c5fc4', danger: '#c41e1e', warn: '#9a5b00' },
} as const

export const label = (theme: MapTheme) => ({ 'text-color': inks[theme].text, 'text-halo-color': inks[theme].halo, 'text-halo-width': 1.6 })
