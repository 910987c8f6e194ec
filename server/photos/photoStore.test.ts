import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import exifr from 'exifr'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PhotoId, TownId } from '../../shared/domain/ids.ts'
import { photoStore, type PhotoStore } from './photoStore.ts'
import { takenAtOf } from './pictureFacts.ts'

const jiangbin = TownId.parse('jiangbin')
const elsewhere = TownId.parse('elsewhere')
const keptAt = Date.UTC(2026, 2, 2, 1)

let folder = ''
let photos: PhotoStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaonao-photos-'))
  photos = photoStore({ folder, now: () => keptAt })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const plain = (width = 640, height = 480, red = 200) =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 90, b: 40 } } })

/** 30°14'38.4"N 120°13'21.0"E, on a camera in China. */
const withPlace = (picture: Sharp) =>
  picture.jpeg().withExif({
    IFD0: { Make: 'Phone' },
    IFD2: { DateTimeOriginal: '2026:03:02 08:59:30' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 14/1 384/10', GPSLongitudeRef: 'E', GPSLongitude: '120/1 13/1 210/10' },
  })

const keep = async (bytes: Uint8Array, town = jiangbin) => {
  const kept = await photos.keep(bytes, { town })
  if (!kept.ok) throw new Error(kept.problem)
  return kept
}

/** A PNG that says it has `side` × `side` pixels and packs them in a few kilobytes. */
const bomb = (side: number): Buffer => {
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  )
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length)
    const named = Buffer.concat([Buffer.from(name), body])
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc(named))
    return Buffer.concat([head, named, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * Math.min(side, 2_000)))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('keeping', () => {
  test('[F12] position and time are read, and the kept file carries neither', async () => {
    const kept = await keep(await withPlace(plain()).toBuffer())
    expect(kept.point?.[0]).toBeCloseTo(120.2225, 5)
    expect(kept.point?.[1]).toBeCloseTo(30.244, 5)
    expect(kept.takenAt).toBe(Date.UTC(2026, 2, 2, 0, 59, 30))
    const file = await readFile(join(folder, kept.photo.slice(0, 2), `${kept.photo}.jpg`))
    expect(await exifr.parse(file)).toBeUndefined()
    expect((await sharp(file).metadata()).exif).toBeUndefined()
    expect(file.includes('Phone')).toBe(false)
  })

  test('[F12] a picture taken upright is kept upright', async () => {
    const kept = await keep(await plain(600, 400, 10).jpeg().withMetadata({ orientation: 6 }).toBuffer())
    expect([kept.width, kept.height]).toEqual([400, 600])
  })

  test('[F13] the id is the hash of what is kept, and the same picture is kept once', async () => {
    const bytes = await plain(300, 200, 33).jpeg().toBuffer()
    const [first, second] = await Promise.all([keep(bytes), keep(bytes)])
    expect(second.photo).toBe(first.photo)
    const full = await photos.read(first.photo, jiangbin, 'full')
    expect(
      createHash('sha256')
        .update(full ?? '')
        .digest('hex'),
    ).toBe(first.photo)
    const files = await readdir(join(folder, first.photo.slice(0, 2)))
    expect(files.filter((name) => name.startsWith(first.photo)).sort()).toEqual([
      `${first.photo}.jiangbin.json`,
      `${first.photo}.jpg`,
      `${first.photo}.thumb.jpg`,
    ])
  })

  test('[F13] a large picture is made smaller, with a thumbnail beside it', async () => {
    const kept = await keep(await plain(4_000, 3_000).jpeg().toBuffer())
    expect([kept.width, kept.height]).toEqual([2_048, 1_536])
    const thumb = await sharp((await photos.read(kept.photo, jiangbin, 'thumb')) ?? undefined).metadata()
    expect([thumb.width, thumb.height]).toEqual([320, 240])
  })

  test.each(['png', 'webp', 'avif'] as const)('[F13] %s is kept as jpeg', async (format) => {
    const kept = await keep(await plain(64, 64).toFormat(format).toBuffer())
    expect((await sharp((await photos.read(kept.photo, jiangbin, 'full')) ?? undefined).metadata()).format).toBe('jpeg')
  })
})

describe('refusing', () => {
  const refused = async (bytes: Uint8Array) => {
    const kept = await photos.keep(bytes, { town: jiangbin })
    return kept.ok ? 'kept' : kept.problem
  }

  test('[F14] a text that calls itself a photo, and pictures of other kinds, are no pictures', async () => {
    expect(await refused(Buffer.from('this is not a photo.jpg'))).toBe('not-a-picture')
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe('not-a-picture')
    expect(await refused(await plain(9, 9).gif().toBuffer())).toBe('not-a-picture')
    expect(await refused(new Uint8Array())).toBe('not-a-picture')
  })

  test('[F14] a photo that was cut off on the way is no picture', async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 3 * 200 * 200 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 200, height: 200, channels: 3 },
    })
      .jpeg()
      .toBuffer()
    expect(await refused(whole)).toBe('kept')
    expect(await refused(whole.subarray(0, whole.length >> 1))).toBe('not-a-picture')
  })

  test('[F14] a few kilobytes that unpack to gigabytes are not unpacked', async () => {
    const bytes = bomb(40_000)
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refused(bytes)).toBe('too-many-pixels')
  })

  test('[F14] more than 10 MB is too large', async () => {
    expect(await refused(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('too-large')
  })

  test('[F14] no bytes at all make it throw', async () => {
    const jpeg = await plain(40, 40).jpeg().toBuffer()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(jpeg.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        async (changes) => {
          const bytes = Buffer.from(jpeg)
          for (const [at, byte] of changes) bytes[at] = byte
          expect(['kept', 'not-a-picture', 'too-many-pixels']).toContain(await refused(bytes))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('[F15] a disk that cannot write is told, and leaves no half a file behind', async () => {
    const blocked = join(folder, 'a-file')
    await writeFile(blocked, '')
    const troubles: unknown[] = []
    const store = photoStore({ folder: blocked, now: () => keptAt, onTrouble: (error) => troubles.push(error) })
    expect(await store.keep(await plain(10, 10).jpeg().toBuffer(), { town: jiangbin })).toEqual({ ok: false, problem: 'cannot-keep' })
    expect(troubles).toHaveLength(1)
  })
})

describe('reading', () => {
  test('[F8] a town reads what it brought; another town does not, until it brings the same picture', async () => {
    const bytes = await plain(111, 77, 7).jpeg().toBuffer()
    const { photo } = await keep(bytes)
    expect(await photos.has(photo, elsewhere)).toBe(false)
    expect(await photos.read(photo, elsewhere, 'full')).toBeNull()
    expect(await photos.recordOf(photo, elsewhere)).toBeNull()
    await keep(bytes, elsewhere)
    expect(await photos.read(photo, elsewhere, 'thumb')).not.toBeNull()
    expect((await photos.recordOf(photo, elsewhere))?.keptAt).toBe(keptAt)
  })

  test('[F8] a photo that nobody brought is not there', async () => {
    expect(await photos.read(PhotoId.parse('0'.repeat(64)), jiangbin, 'full')).toBeNull()
  })
})

test.each([
  ['2026:03:02 08:59:30', '+08:00', Date.UTC(2026, 2, 2, 0, 59, 30)],
  ['2026:03:02 08:59:30', '-03:30', Date.UTC(2026, 2, 2, 12, 29, 30)],
  ['2026:03:02 08:59:30', undefined, Date.UTC(2026, 2, 2, 0, 59, 30)],
  ['0000:00:00 00:00:00', undefined, null],
  ['yesterday', undefined, null],
])('[F12] camera time %s %s', (time, offset, expected) => {
  expect(takenAtOf(time, offset, 480)).toBe(expected)
})
