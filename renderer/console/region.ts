/** Which part of the console this window shows: all of it, or one part per monitor. */
export type Region = 'all' | 'queue' | 'map' | 'board'

const regions: readonly Region[] = ['all', 'queue', 'map', 'board']

/** `?region=map` shows one region alone; anything else shows the whole console. */
export const regionOf = (search: string): Region => {
  const asked = new URLSearchParams(search).get('region')
  return regions.find((region) => region === asked) ?? 'all'
}
