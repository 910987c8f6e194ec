import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { icoOf } from './icoOf.ts'

const root = join(import.meta.dirname, '../..')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const

/** The sizes that Windows asks of an icon file. */
const inIco: readonly number[] = [16, 24, 32, 48, 64, 128, 256]

// Run by hand when the sign changes (`npm run icons`); what it draws is committed, since not every machine that packages can draw.
const svg = await readFile(join(root, 'renderer/console/icon.svg'))
const folder = join(root, 'build/icons')
await mkdir(folder, { recursive: true })
const drawn = await Promise.all(
  sizes.map(async (size) => {
    const png = await sharp(svg, { density: (72 * size) / 32 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toBuffer()
    await writeFile(join(folder, `${size}x${size}.png`), png)
    return { size, png }
  }),
)
await writeFile(join(folder, 'icon.ico'), icoOf(drawn.filter(({ size }) => inIco.includes(size))))
