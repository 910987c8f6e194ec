import type { DrawnMap, MapEngine, MapWish } from './engine.ts'

/** Ways to draw; a promise that fails means that this one cannot. */
export type MapEngines = {
  /** Draws in any browser with WebGL2, and asks nobody but this room's own server. */
  readonly local: (wish: MapWish) => Promise<DrawnMap>
  /** Needs its vendor's consent to the token, now and again. */
  readonly mapbox: (wish: MapWish, token: string) => Promise<DrawnMap>
}

type Needs = {
  readonly wish: MapWish
  /** A town that has an account with Mapbox is drawn by Mapbox GL; null: by the local engine. */
  readonly mapboxToken: string | null
  readonly engines: MapEngines
  /** Calls back after a span, ms; the answer stops it. */
  readonly after: (ms: number, act: () => void) => () => void
  /** A map is there; the answer is called before it is taken away. */
  readonly onOpened: (map: MapEngine) => () => void
  readonly onMissing: () => void
  /** From now on the local engine draws, although Mapbox was asked for. */
  readonly onFallback: () => void
}

export type KeptMap = {
  /** Draws by another style, now and whichever engine draws later. */
  readonly wear: (style: string) => void
  readonly close: () => void
}

/** A slow uplink has its style by then; an operator should not look at an empty box for longer. */
export const styleWithinMs = 8_000

type Trouble = { readonly error?: { readonly status?: number; readonly message?: string }; readonly sourceId?: string }

const isAboutToken = ({ error }: Trouble): boolean =>
  error?.status === 401 || error?.status === 403 || /access token/i.test(error?.message ?? '')

/** Tells once when an engine has no style in time, cannot read it, or is refused by its vendor. */
const watch = ({ map }: DrawnMap, after: Needs['after'], onBroken: () => void) => {
  let isOver = false
  let isDressed = false
  let stopWaiting = () => {}
  const stop = () => {
    isOver = true
    stopWaiting()
  }
  const broken = () => {
    if (isOver) return
    stop()
    onBroken()
  }
  const dressing = () => {
    isDressed = false
    stopWaiting()
    stopWaiting = after(styleWithinMs, broken)
  }
  map.on('style.load', () => {
    isDressed = true
    stopWaiting()
  })
  map.on('error', (event: unknown) => {
    const trouble = event as Trouble
    // A tile that did not come is no reason to change the engine.
    if (isAboutToken(trouble) || (!isDressed && trouble.sourceId === undefined)) broken()
  })
  dressing()
  return { dressing, stop }
}

/**
 * A map that stays: drawn by Mapbox where the town wants that, and by the local engine as soon as Mapbox
 * cannot, so that nobody dispatches before an empty box because an uplink was cut or a token ran out.
 */
export const keepMap = ({ wish, mapboxToken, engines, after, onOpened, onMissing, onFallback }: Needs): KeptMap => {
  let isOver = false
  let { style } = wish
  let shown: { readonly wear: () => void; readonly takeAway: () => void } | null = null

  const show = (drawn: DrawnMap, eye: ReturnType<typeof watch> | null, worn: string) => {
    if (isOver) return drawn.map.remove()
    const leave = onOpened(drawn.map)
    const wear = () => {
      eye?.dressing()
      drawn.wear(style)
    }
    const takeAway = () => {
      shown = null
      eye?.stop()
      leave()
      drawn.map.remove()
    }
    shown = { wear, takeAway }
    if (worn !== style) wear()
  }
  const openLocal = async () => {
    const worn = style
    const drawn = await engines.local({ ...wish, style }).catch(() => null)
    if (drawn) show(drawn, null, worn)
    else if (!isOver) onMissing()
  }
  const fallBack = () => {
    if (isOver) return
    shown?.takeAway()
    onFallback()
    void openLocal()
  }
  const openMapbox = async (token: string) => {
    const worn = style
    const drawn = await engines.mapbox({ ...wish, style }, token).catch(() => null)
    if (drawn) show(drawn, isOver ? null : watch(drawn, after, fallBack), worn)
    else fallBack()
  }
  void (mapboxToken === null ? openLocal() : openMapbox(mapboxToken))

  return {
    wear: (next) => {
      if (next === style) return
      style = next
      shown?.wear()
    },
    close: () => {
      isOver = true
      shown?.takeAway()
    },
  }
}
