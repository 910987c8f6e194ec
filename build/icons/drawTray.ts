import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

// Run by hand when the sign changes: `npx tsx build/icons/drawTray.ts`. What it draws is committed.
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'resources/icons')
await mkdir(folder, { recursive: true })

const sign = await readFile(join(root, 'renderer/console/icon.svg'))
const dot = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#e5484d"/></svg>')

/** A system shows `name@2x` where its displays are fine. */
const drawn = [
  { svg: sign, name: 'tray', size: 16 },
  { svg: sign, name: 'tray@2x', size: 32 },
  { svg: dot, name: 'alarm', size: 16 },
  { svg: dot, name: 'alarm@2x', size: 32 },
]
for (const { svg, name, size } of drawn)
  await sharp(svg, { density: 288 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`))
