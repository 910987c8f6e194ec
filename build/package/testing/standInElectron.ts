import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SENTINEL } from '@electron/fuses/dist/constants.js'

/** As many fuses as the builder can name; each is a letter after the sentinel, `0` for off. */
const fuses = 8

/**
 * A folder that looks to the builder like Electron unpacked for Linux, a few bytes large: an executable with the strip of
 * fuses and nothing else, and the folders that are copied. What is packed around it is packed exactly as around the real one.
 */
export const standInElectron = (folder: string): string => {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  const wire = Buffer.from([1, fuses, ...Buffer.from('0'.repeat(fuses))])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), Buffer.from(SENTINEL), wire, Buffer.alloc(64)]), { mode: 0o755 })
  writeFileSync(join(folder, 'LICENSE'), '')
  for (const locale of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  return folder
}
