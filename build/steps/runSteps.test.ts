import { expect, test } from 'vitest'
import { runProgram } from './runProgram.ts'
import { runSteps, type Step, type Surroundings } from './runSteps.ts'

const step = (name: string): Step => ({ name, command: ['true'] })

/** Runs steps whose end the test decides: red ones fail, each takes one second of a clock that only they move. */
async function played(names: readonly string[], red: readonly string[], atOnce: number, afterRed: Surroundings['afterRed'] = 'stop') {
  const said: string[] = []
  const started: string[] = []
  let now = 0
  let running = 0
  let most = 0
  const ended = await runSteps(names.map(step), {
    run: async ({ name }) => {
      started.push(name)
      most = Math.max(most, ++running)
      await Promise.resolve()
      running -= 1
      now += 1000
      return { ok: !red.includes(name), printed: `${name} printed` }
    },
    now: () => now,
    say: (line) => said.push(line),
    atOnce,
    afterRed,
  })
  return { said, started, ended, most }
}

test('[H5] steps run in order, each with its time', async () => {
  const { said, ended } = await played(['types', 'lint'], [], 1)

  expect(said).toEqual(['ok  types        1.0 s', 'ok  lint         1.0 s'])
  expect(ended.every(({ ok }) => ok)).toBe(true)
})

test('[H5] after a red step no further one starts, and the red one tells what it printed', async () => {
  const { said, started } = await played(['types', 'lint', 'unit'], ['lint'], 1)

  expect(started).toEqual(['types', 'lint'])
  expect(said).toContain('lint printed')
  expect(said).not.toContain('types printed')
})

test('[H10] a test run goes on after a red step, so that one run tells all', async () => {
  const { started, ended } = await played(['types', 'lint', 'unit'], ['types'], 1, 'go-on')

  expect(started).toEqual(['types', 'lint', 'unit'])
  expect(ended.map(({ ok }) => ok)).toEqual([false, true, true])
})

test('[H5] no more steps run at once than asked', async () => {
  expect((await played(['a', 'b', 'c', 'd', 'e'], [], 2)).most).toBe(2)
})

test('[H5] a program ends well, badly, or cannot be started', async () => {
  const node = process.execPath

  expect(await runProgram({ name: 'good', command: [node, '-e', 'console.log(1)'] }, 'keep')).toEqual({ ok: true, printed: '1\n' })
  expect((await runProgram({ name: 'bad', command: [node, '-e', 'process.exit(3)'] }, 'keep')).ok).toBe(false)
  expect((await runProgram({ name: 'lost', command: ['no-such-program-here'] }, 'keep')).printed).toContain('ENOENT')
})
