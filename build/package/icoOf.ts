type Picture = { readonly size: number; readonly png: Uint8Array }

const headerBytes = 6
const entryBytes = 16

/** A Windows icon file of PNG pictures, which Windows has read since Vista. */
export const icoOf = (pictures: readonly Picture[]): Buffer => {
  const header = Buffer.alloc(headerBytes + entryBytes * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = headerBytes + entryBytes * at
    // One byte a side, in which 256 is written as 0.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}
