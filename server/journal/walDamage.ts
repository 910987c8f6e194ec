import { open, type FileHandle } from 'node:fs/promises'

const walHeaderBytes = 32
const frameHeaderBytes = 24
/** The two magic numbers of a log; they differ in the byte order of the sums. */
const magicLittle = 0x377f0682
const magicBig = 0x377f0683

type Sum = readonly [number, number]

/** SQLite's running checksum over 8-byte steps (its file format, §4.2). */
const sumOver = ([first, second]: Sum, bytes: Buffer, isLittle: boolean): Sum => {
  let a = first
  let b = second
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0
    b = (b + (isLittle ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

const readAt = async (handle: FileHandle, at: number, bytes: number): Promise<Buffer | null> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, at)
  return bytesRead === bytes ? buffer : null
}

/** Commits of this log that stand behind the first frame whose sum is wrong. */
const commitsBehindBreak = async (handle: FileHandle, header: Buffer): Promise<number> => {
  const isLittle = header.readUInt32BE(0) === magicLittle
  const pageBytes = header.readUInt32BE(8)
  const salts = header.subarray(16, 24)
  let sum = sumOver([0, 0], header.subarray(0, 24), isLittle)
  let isBroken = false
  let commits = 0
  for (let at = walHeaderBytes; ; at += frameHeaderBytes + pageBytes) {
    const frame = await readAt(handle, at, frameHeaderBytes + pageBytes)
    if (frame === null) return commits
    if (!frame.subarray(8, 16).equals(salts)) {
      isBroken = true
      continue
    }
    sum = sumOver(sumOver(sum, frame.subarray(0, 8), isLittle), frame.subarray(frameHeaderBytes), isLittle)
    isBroken ||= sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)
    if (isBroken && frame.readUInt32BE(4) !== 0) commits += 1
  }
}

/**
 * Would SQLite silently drop commits that had been acknowledged?
 *
 * On opening, it takes its write-ahead log up to the first frame whose checksum is wrong and forgets the
 * rest. A crash may tear the last commit, which nobody was told of. But each commit is flushed before
 * the next begins, so two or more commits behind the break mean that the log was damaged afterwards.
 */
export const hasLostCommits = async (databaseFile: string): Promise<boolean> => {
  const handle = await open(`${databaseFile}-wal`, 'r').catch(() => null)
  if (handle === null) return false
  try {
    const header = await readAt(handle, 0, walHeaderBytes)
    if (header === null) return false
    const magic = header.readUInt32BE(0)
    if (magic !== magicLittle && magic !== magicBig) return true
    const commits = await commitsBehindBreak(handle, header)
    const again = await readAt(handle, 0, walHeaderBytes)
    const startedOver = again === null || !again.equals(header)
    return commits >= 2 && !startedOver
  } finally {
    await handle.close()
  }
}
