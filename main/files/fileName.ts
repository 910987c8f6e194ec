/** Names that Windows keeps for devices, whatever follows them. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name that every system takes for a file, from whatever a page calls what it prints; never a path. */
export const fileName = (asked: string, extension: string): string => {
  const plain = [...asked.normalize('NFC').replace(/[^\p{L}\p{N}\p{M} ()（）、，。·_.-]/gu, '_')].slice(0, 80).join('')
  const name = plain.replace(/^[\s._-]+|[\s.]+$/g, '')
  return `${name === '' || devices.test(name) ? '小脑' : name}.${extension}`
}
