import type { Force, Urgency } from '../../shared/domain/taxonomy/taxonomy.ts'

type Shades = { readonly dark: string; readonly light: string }

/** One colour per force, for the map and the marks; always with the force's shape or word. */
export const forceColours: Readonly<Record<Force, Shades>> = {
  police: { dark: '#6aa8ff', light: '#1c5fc4' },
  grid: { dark: '#4fd1a5', light: '#08704d' },
  urban: { dark: '#c0a0ff', light: '#6b3fc0' },
  emergency: { dark: '#ff8f6b', light: '#b23e0d' },
  mediator: { dark: '#f2c46d', light: '#7f5a00' },
  market: { dark: '#9adf6e', light: '#3f7412' },
  utility: { dark: '#6fd6ea', light: '#0c6f85' },
  medical: { dark: '#ff8fb0', light: '#b3134d' },
  volunteer: { dark: '#e79bff', light: '#8a1fae' },
  property: { dark: '#c3cbd6', light: '#4d5a6a' },
}

/** Bright colour belongs to what is urgent; the rest is quiet. */
export const urgencyColours: Readonly<Record<Urgency, Shades>> = {
  critical: { dark: '#ff6b6b', light: '#c41e1e' },
  high: { dark: '#ffb454', light: '#945700' },
  normal: { dark: '#c9d3df', light: '#3d4a5a' },
  low: { dark: '#97a6b8', light: '#5a6879' },
}
