import { expect, test } from 'vitest'
import type { DrawnMap, MapEngine, MapWish } from './engine.ts'
import { keepMap, styleWithinMs, type MapEngines } from './keepMap.ts'

type Listener = (event: unknown) => void

/** An engine that draws nothing and says what the test makes it say. */
const fakeEngine = (name: string, wish: MapWish) => {
  const listeners = new Map<string, Listener[]>()
  const engine = {
    name,
    style: wish.style,
    isRemoved: false,
    say: (type: string, event: unknown = {}) => listeners.get(type)?.forEach((listener) => listener(event)),
  }
  const map = {
    on: (type: string, listener: Listener) => void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    remove: () => void (engine.isRemoved = true),
  }
  const drawn: DrawnMap = { map: map as unknown as MapEngine, wear: (style) => void (engine.style = style) }
  return { engine, drawn }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

const kept = async (mapboxToken: string | null, broken: readonly ('local' | 'mapbox')[] = []) => {
  const opened: ReturnType<typeof fakeEngine>['engine'][] = []
  const told: string[] = []
  let due: { readonly ms: number; readonly act: () => void } | null = null
  const draw = (name: 'local' | 'mapbox', wish: MapWish) => {
    if (broken.includes(name)) return Promise.reject(new Error(`${name} cannot be loaded`))
    const { engine, drawn } = fakeEngine(name, wish)
    opened.push(engine)
    return Promise.resolve(drawn)
  }
  const engines: MapEngines = { local: (wish) => draw('local', wish), mapbox: (wish) => draw('mapbox', wish) }
  const wish = {
    container: null as unknown as HTMLElement,
    style: 'dark',
    bounds: [
      [0, 0],
      [1, 1],
    ] as const,
  }
  const map = keepMap({
    wish,
    mapboxToken,
    engines,
    after: (ms, act) => {
      due = { ms, act }
      return () => void (due = null)
    },
    onOpened: () => {
      told.push('opened')
      return () => void told.push('left')
    },
    onMissing: () => void told.push('missing'),
    onFallback: () => void told.push('fallback'),
  })
  await settled()
  return { map, opened, told, due: () => due }
}

const standing = (engines: readonly { readonly name: string; readonly isRemoved: boolean }[]) =>
  engines.map(({ name, isRemoved }) => `${isRemoved ? 'removed' : 'shown'} ${name}`)

test('[M32] without a token the local engine draws, and nothing watches it', async () => {
  const { opened, told, due } = await kept(null)
  expect([standing(opened), told, due()]).toEqual([['shown local'], ['opened'], null])
  opened[0]?.say('error', { error: { status: 401 } })
  await settled()
  expect(standing(opened)).toEqual(['shown local'])
})

test('[M32] Mapbox that has its style in time stays, whatever becomes of single tiles', async () => {
  const { opened, told, due } = await kept('pk.x')
  expect(due()?.ms).toBe(styleWithinMs)
  opened[0]?.say('style.load')
  expect(due()).toBeNull()
  opened[0]?.say('error', { error: { status: 404, message: 'Not Found' }, sourceId: 'town' })
  opened[0]?.say('error', { error: { message: 'Failed to fetch' } })
  await settled()
  expect([standing(opened), told]).toEqual([['shown mapbox'], ['opened']])
})

test('[M32] no style in time: the local engine takes over, told once', async () => {
  const { opened, told, due } = await kept('pk.x')
  due()?.act()
  await settled()
  expect([standing(opened), told]).toEqual([
    ['removed mapbox', 'shown local'],
    ['opened', 'left', 'fallback', 'opened'],
  ])
  opened[0]?.say('error', { error: { status: 401 } })
  await settled()
  expect(told.filter((one) => one === 'fallback')).toHaveLength(1)
})

test.each([
  ['a token that its vendor refuses', { error: { status: 401, message: 'Unauthorized' } }],
  ['a token that may not do this', { error: { status: 403, message: 'Forbidden' }, sourceId: 'town' }],
  ['the engine’s own word for it', { error: { message: 'A valid Mapbox access token is required to use Mapbox GL JS.' } }],
])('[M32] %s, also after the map was drawn: the local engine takes over', async (_, trouble) => {
  const { opened, told } = await kept('pk.x')
  opened[0]?.say('style.load')
  opened[0]?.say('error', trouble)
  await settled()
  expect([standing(opened), told.at(-2)]).toEqual([['removed mapbox', 'shown local'], 'fallback'])
})

test('[M32] a style that cannot be read, and an engine that cannot be loaded', async () => {
  const unread = await kept('pk.x')
  unread.opened[0]?.say('error', { error: { message: 'layers[3]: unknown type' } })
  await settled()
  expect(standing(unread.opened)).toEqual(['removed mapbox', 'shown local'])
  const unloaded = await kept('pk.x', ['mapbox'])
  expect([standing(unloaded.opened), unloaded.told]).toEqual([['shown local'], ['fallback', 'opened']])
  const nothing = await kept('pk.x', ['mapbox', 'local'])
  expect(nothing.told).toEqual(['fallback', 'missing'])
})

test('[M32] a theme chosen before the fall is worn after it, and is waited for like the first', async () => {
  const { map, opened, due } = await kept('pk.x')
  opened[0]?.say('style.load')
  map.wear('light')
  expect([opened[0]?.style, due()?.ms]).toEqual(['light', styleWithinMs])
  due()?.act()
  await settled()
  expect(opened[1]?.style).toBe('light')
})

test('[M32] closed while an engine is still opening, nothing stays', async () => {
  const { map, opened, told, due } = await kept('pk.x')
  due()?.act()
  map.close()
  await settled()
  expect([standing(opened), told]).toEqual([
    ['removed mapbox', 'removed local'],
    ['opened', 'left', 'fallback'],
  ])
})
