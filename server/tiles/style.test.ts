import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { loadStyles, styleFor, type Theme } from './style.ts'
import { layerNames } from './townLayers.ts'

const styles = loadStyles('resources/map')

type Layer = { readonly id: string; readonly 'source-layer'?: string; readonly minzoom?: number }
type Style = { readonly layers: readonly Layer[]; readonly sources: { readonly town: { readonly tiles: readonly string[] } } }

const read = (theme: Theme) => JSON.parse(styleFor(styles, theme, 'v1')) as Style

describe.each(['dark', 'light'] as const)('the %s style', (theme) => {
  test('[T18] it is a style MapLibre accepts', () => {
    expect(validateStyleMin(read(theme) as never)).toEqual([])
  })

  test('[T18] it fetches nothing but tiles of its own origin', () => {
    const text = styleFor(styles, theme, 'v1')
    expect(text).not.toContain('://')
    expect(read(theme).sources).toMatchObject({ town: { tiles: ['/tiles/{z}/{x}/{y}.mvt?v=v1'] } })
    expect(text).not.toMatch(/"(glyphs|sprite)"/)
  })

  test('[T18] it draws only layers that the tiles have', () => {
    const drawn = read(theme).layers.flatMap((layer) => layer['source-layer'] ?? [])
    expect(drawn.filter((name) => !layerNames.some((known) => known === name))).toEqual([])
  })
})

test('[T18] both themes show the same things from the same zoom, in the same order', () => {
  const shown = (theme: Theme) => read(theme).layers.map(({ id, minzoom }) => [id, minzoom])
  expect(shown('light')).toEqual(shown('dark'))
})
