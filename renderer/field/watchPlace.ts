import type { Fix } from './phoneStore.ts'

/** Tells where the phone is for as long as the page is open; `denied` when the person or the phone says no. The answer stops it. */
export const watchPlace = (geolocation: Geolocation | undefined, onFix: (fix: Fix) => void, onDenied: () => void): (() => void) => {
  if (!geolocation) {
    onDenied()
    return () => undefined
  }
  const watch = geolocation.watchPosition(
    ({ coords, timestamp }) =>
      onFix({ at: timestamp, point: [coords.longitude, coords.latitude], accuracyM: Math.min(100_000, Math.max(0, coords.accuracy)) }),
    (error) => {
      if (error.code === error.PERMISSION_DENIED) onDenied()
    },
    { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
  )
  return () => geolocation.clearWatch(watch)
}
