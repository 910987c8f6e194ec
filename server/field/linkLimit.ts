/** A phone that catches up sends a burst; day in, day out it needs one request in a few seconds. */
const perSecond = 5
const burst = 60
/** Buckets that are full again say nothing and are thrown away, when this many are held. */
const mostBuckets = 10_000

type Bucket = { readonly tokens: number; readonly at: number }

/** Says whether one more request of this key may pass, and if not, after how many whole seconds. `now` in ms. */
export const linkLimit = () => {
  const buckets = new Map<string, Bucket>()
  const level = (bucket: Bucket | undefined, now: number) =>
    bucket ? Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * perSecond) : burst

  const tidy = (now: number) => {
    if (buckets.size < mostBuckets) return
    for (const [key, bucket] of buckets) if (level(bucket, now) >= burst) buckets.delete(key)
  }

  return (key: string, now: number): { readonly ok: true } | { readonly ok: false; readonly afterSeconds: number } => {
    tidy(now)
    const tokens = level(buckets.get(key), now)
    if (tokens < 1) return { ok: false, afterSeconds: Math.ceil((1 - tokens) / perSecond) }
    buckets.set(key, { tokens: tokens - 1, at: now })
    return { ok: true }
  }
}
