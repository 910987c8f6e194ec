import { readdirSync, readFileSync } from 'node:fs'
import type { ProcessMetric } from 'electron'

type Process = { readonly pid: number; readonly parent: number; readonly startedAt: number; readonly residentKb: number }

const pageKb = 4

function processOf(pid: number): Process | undefined {
  try {
    // The name in brackets may hold spaces; the fields behind it do not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { pid, parent: Number(fields[1]), startedAt: Number(fields[19]), residentKb: Number(fields[21]) * pageKb }
  } catch {
    return undefined
  }
}

function under(root: number): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : []))
  const childrenOf = (parent: number): readonly Process[] =>
    all.filter((one) => one.parent === parent).flatMap((child) => [child, ...childrenOf(child.pid)])
  return [...all.filter(({ pid }) => pid === root), ...childrenOf(root)]
}

const types: Readonly<Record<string, ProcessMetric['type']>> = {
  renderer: 'Tab',
  'gpu-process': 'GPU',
  zygote: 'Zygote',
  utility: 'Utility',
}

function typeOf(pid: number): ProcessMetric['type'] {
  try {
    const type = /--type=([\w-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1]
    return type === undefined ? 'Browser' : (types[type] ?? 'Unknown')
  } catch {
    return 'Unknown'
  }
}

/** The processes of Chromium and our own, with the memory they really take. What they use of the processor is not measured. */
export function appMetrics(chromium: number | undefined): ProcessMetric[] {
  const found = [process.pid, chromium ?? -1].flatMap((root) => (root > 0 ? under(root) : []))
  const unique = [...new Map(found.map((one) => [one.pid, one])).values()]
  return unique.map(({ pid, residentKb, startedAt }) => ({
    pid,
    type: typeOf(pid),
    creationTime: startedAt,
    cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
    memory: { workingSetSize: residentKb, peakWorkingSetSize: residentKb },
  }))
}
