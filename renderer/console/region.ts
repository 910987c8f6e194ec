import { ConsoleRegion } from '../../shared/contracts/layout.ts'

/** `?region=map` shows one region alone; anything else shows the whole console. */
export const regionOf = (search: string): ConsoleRegion => {
  const asked = ConsoleRegion.safeParse(new URLSearchParams(search).get('region'))
  return asked.success ? asked.data : 'all'
}
