import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { AddressRow } from './addressRow.ts'

const columns = ['code', 'community', 'road', 'number', 'estate', 'building', 'unit', 'room', 'lon', 'lat'] as const

/** A line that cannot be used, or the heading. */
export type AddressProblem = { readonly line: number; readonly zh: string; readonly en: string }

export type ReadAddresses = { readonly rows: number; readonly problems: readonly AddressProblem[] }

/** So many are told; the first is usually the cause of the rest. */
const mostProblems = 12

const heading = columns.join('\t')
const wrongHeading = {
  line: 1,
  zh: `第一行应为：${columns.join(' ')}`,
  en: `The first line must be: ${columns.join(' ')}`,
}

const unusable = {
  zh: '需要十列：有小区名或道路加门牌号，有经纬度',
  en: 'Ten columns are needed, with an estate or a road and number, and a position',
}

const rowOf = (cells: readonly string[]): AddressRow | null => {
  const [, community = '', road = '', number = '', estate = '', building = '', unit = '', room = '', lon = '', lat = ''] = cells
  const [east, north] = [Number(lon), Number(lat)]
  const isSomewhere = lon !== '' && lat !== '' && Math.abs(east) <= 180 && Math.abs(north) <= 90
  const isNamed = estate !== '' || (road !== '' && number !== '')
  if (cells.length !== columns.length || !isSomewhere || !isNamed) return null
  return { community, road, number, estate, building, unit, room, point: [east, north] }
}

/** The lines of each piece of the file together: a turn of the loop for each line would cost more than the line. */
async function* linesOf(input: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder()
  let carried = ''
  for await (const chunk of input) {
    const lines = (carried + decoder.decode(chunk as Uint8Array, { stream: true })).split(/\r?\n/)
    carried = lines.pop() ?? ''
    yield lines
  }
  if (carried !== '') yield [carried]
}

const opened = (path: string): Readable => {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unpacked = file.pipe(createGunzip())
  file.once('error', (error) => unpacked.destroy(error))
  return unpacked
}

/**
 * Reads a register of addresses, a line each, parted by tabs, gzipped or not; line by line, because a city's does not fit
 * in one string. Rejects when the file cannot be read.
 */
export const readAddresses = async (path: string, take: (row: AddressRow) => void): Promise<ReadAddresses> => {
  const problems: AddressProblem[] = []
  let [line, rows] = [0, 0]
  const read = (text: string) => {
    line += 1
    if (line === 1 || text === '') return
    const row = rowOf(text.split('\t'))
    if (row) take(row)
    if (row) rows += 1
    else if (problems.length < mostProblems) problems.push({ line, ...unusable })
  }
  for await (const lines of linesOf(opened(path))) {
    if (line === 0 && lines[0] !== undefined && lines[0].replace(/^\uFEFF/, '') !== heading) return { rows, problems: [wrongHeading] }
    lines.forEach(read)
  }
  return { rows, problems: line === 0 ? [wrongHeading] : problems }
}
