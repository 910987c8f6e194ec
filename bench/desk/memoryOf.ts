import { readdirSync, readFileSync } from 'node:fs'

const read = (pid: string, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It ended meanwhile.
    return ''
  }
}

const parentOf = (pid: string): string | undefined =>
  read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')[1]

const proportionalMb = (pid: string): number => Number(/^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1_024

/**
 * Memory in MB of the processes that were started with this folder, and of all under them. Shared pages are counted in
 * parts (PSS), since the pages of one browser share most of it.
 */
export const memoryOf = (folder: string): number => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]))
  const counted = new Set(all.filter((pid) => read(pid, 'cmdline').includes(folder)))
  const isUnder = (pid: string | undefined): boolean => pid !== undefined && (counted.has(pid) || isUnder(parents.get(pid)))
  return all.filter(isUnder).reduce((sum, pid) => sum + proportionalMb(pid), 0)
}
