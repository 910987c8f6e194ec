import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type Cruise = {
  /** Files the gate has read, relative to the cruised folder. */
  readonly files: readonly string[]
  /** One entry per crime: the file that did it, the rule it broke and what it reached for. */
  readonly caught: readonly { readonly file: string; readonly rule: string; readonly reached: string }[]
}

type Printed = {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

/** Runs dependency-cruiser over folders of a tree and answers what it saw. */
export function cruise(tree: string, folders: readonly string[]): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const asked = [program, '--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json', ...folders]
  const told = spawnSync(process.execPath, asked, { cwd: tree, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (!told.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${told.stderr}`)
  const { modules, summary } = JSON.parse(told.stdout) as Printed
  return {
    files: modules.map((module) => module.source),
    caught: summary.violations.map(({ from, to, rule }) => ({ file: from, rule: rule.name, reached: to })),
  }
}
