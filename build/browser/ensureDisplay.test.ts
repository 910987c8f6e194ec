import { expect, test } from 'vitest'
import { ensureDisplay } from './ensureDisplay.ts'

const machine = (given: { readonly has: readonly boolean[]; readonly hasApt: boolean; readonly runs?: boolean }) => {
  const has = [...given.has]
  const ran: string[] = []
  const said: string[] = []
  const isThere = ensureDisplay({
    hasXvfb: () => has.shift() ?? false,
    hasApt: given.hasApt,
    run: (program, args) => {
      ran.push([program, ...args].join(' '))
      return given.runs ?? true
    },
    say: (line) => said.push(line),
  })
  return { isThere, ran, said }
}

test('[H9] a display in memory that is installed is used; a missing one is installed where that can be done', () => {
  expect(machine({ has: [true], hasApt: true })).toEqual({ isThere: true, ran: [], said: [] })
  const fresh = machine({ has: [false, true], hasApt: true })
  expect(fresh.isThere).toBe(true)
  expect(fresh.ran.at(-1)).toContain('install -y --no-install-recommends xvfb')
})

test.each([
  ['without apt', { has: [false], hasApt: false }],
  ['when nothing can be installed', { has: [false, false], hasApt: true, runs: false }],
  ['when it is installed and still not there', { has: [false, false], hasApt: true }],
])('[H9] %s the reason is told', (_, given) => {
  const { isThere, said } = machine(given)
  expect([isThere, said.at(-1)]).toEqual([false, expect.stringContaining('Install xvfb')])
})
