/**
 * Values as they cross between a page and the main process: what structured clone keeps, as JSON.
 *
 * Both functions are also sent into the page as text, so they may use nothing but their arguments and the language.
 */
export function packed(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { is: 'undefined' }
  if (typeof value === 'number') return Number.isFinite(value) ? value : { is: 'number', value: String(value) }
  if (typeof value === 'bigint') return { is: 'bigint', value: String(value) }
  if (typeof value !== 'object') throw new Error('An object could not be cloned.')
  if (Array.isArray(value)) return value.map(packed)
  if (value instanceof Date) return { is: 'date', value: value.getTime() }
  if (value instanceof Map) return { is: 'map', value: [...(value as Map<unknown, unknown>)].map(packed) }
  if (value instanceof Set) return { is: 'set', value: [...(value as Set<unknown>)].map(packed) }
  if (value instanceof Error) return { is: 'error', name: value.name, value: value.message }
  if (value instanceof ArrayBuffer) return { is: 'buffer', value: [...new Uint8Array(value)] }
  if (ArrayBuffer.isView(value)) return { is: 'bytes', value: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] }
  if (typeof (value as { then?: unknown }).then === 'function') throw new Error('An object could not be cloned.')
  return { is: 'object', value: Object.entries(value).map(([key, held]) => [key, packed(held)]) }
}

export function unpacked(wire: unknown): unknown {
  if (wire === null || typeof wire !== 'object') return wire
  if (Array.isArray(wire)) return wire.map(unpacked)
  const { is, name, value } = wire as { is: string; name?: string; value: never }
  const list = value as unknown[]
  switch (is) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(value)
    case 'bigint':
      return BigInt(value)
    case 'date':
      return new Date(value)
    case 'map':
      return new Map(list.map(unpacked) as [unknown, unknown][])
    case 'set':
      return new Set(list.map(unpacked))
    case 'error':
      return Object.assign(new Error(value), { name })
    case 'buffer':
      return new Uint8Array(value).buffer
    case 'bytes':
      return new Uint8Array(value)
    default:
      return Object.fromEntries(list.map((entry) => [(entry as [string])[0], unpacked((entry as [string, unknown])[1])]))
  }
}
