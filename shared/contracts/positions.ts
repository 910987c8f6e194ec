import type { UnitId } from '../domain/ids.ts'
import type { Point } from '../domain/geo/point.ts'

/** Where a unit was last seen. Presence: shared and fast, never in the journal. */
export type Position = {
  readonly unit: UnitId
  readonly point: Point
  /** When the phone took the fix, by the server's clock; ms. */
  readonly at: number
  /** Radius of trust in metres; 0 when not said. */
  readonly accuracyM: number
}

/** Degrees are sent as whole 1e-7 (1.1 cm on the ground), which a signed 32-bit number holds. */
const perDegree = 1e7
const fixedBytes = 4 + 4 + 8 + 2

/** Many positions in one small buffer: per unit one length byte, its id in ASCII, and 18 bytes. */
export const encodePositions = (positions: readonly Position[]): Uint8Array<ArrayBuffer> => {
  const size = positions.reduce((sum, position) => sum + 1 + position.unit.length + fixedBytes, 0)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let offset = 0
  for (const { unit, point, at, accuracyM } of positions) {
    bytes[offset++] = unit.length
    for (let i = 0; i < unit.length; i++) bytes[offset++] = unit.charCodeAt(i)
    view.setInt32(offset, Math.round(point[0] * perDegree))
    view.setInt32(offset + 4, Math.round(point[1] * perDegree))
    view.setFloat64(offset + 8, at)
    view.setUint16(offset + 16, Math.min(65_535, Math.round(accuracyM)))
    offset += fixedBytes
  }
  return bytes
}

/** The inverse of `encodePositions`. Throws on a buffer that ends in the middle of a position. */
export const decodePositions = (bytes: Uint8Array): readonly Position[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const positions: Position[] = []
  let offset = 0
  while (offset < bytes.byteLength) {
    const length = view.getUint8(offset)
    const start = offset + 1
    if (start + length + fixedBytes > bytes.byteLength) throw new Error('A positions message ends in the middle of a position')
    const unit = String.fromCharCode(...bytes.subarray(start, start + length)) as UnitId
    const at = start + length
    positions.push({
      unit,
      point: [view.getInt32(at) / perDegree, view.getInt32(at + 4) / perDegree],
      at: view.getFloat64(at + 8),
      accuracyM: view.getUint16(at + 16),
    })
    offset = at + fixedBytes
  }
  return positions
}
