import type { CommandLine } from 'electron'
import { offer } from '../offer.ts'

export type OfferedCommandLine = Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'> & {
  /** What the main process added, for the browser that is about to start. */
  readonly forChromium: () => readonly string[]
}

const switchesOf = (argv: readonly string[]): readonly (readonly [string, string])[] =>
  argv.flatMap((word) => {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    return name === undefined ? [] : [[name, value] as const]
  })

export function commandLine(argv: readonly string[] = process.argv.slice(2)): OfferedCommandLine {
  const given = new Map(switchesOf(argv))
  const added = new Map<string, string>()
  return offer('app.commandLine', {
    appendSwitch: (name, value = '') => {
      given.set(name, value)
      added.set(name, value)
    },
    hasSwitch: (name) => given.has(name),
    getSwitchValue: (name) => given.get(name) ?? '',
    removeSwitch: (name) => {
      given.delete(name)
      added.delete(name)
    },
    forChromium: () => [...added].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  })
}
