import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Ended } from '../desktop.ts'
import type { Answered, Asked, ControlAnswer, ControlGiven, ControlName } from './controls.ts'

export type MainProcess = {
  readonly control: <Name extends ControlName>(what: Name, ...given: ControlGiven<Name>) => Promise<ControlAnswer<Name>>
  readonly output: () => string
  readonly ended: Promise<Ended>
  readonly kill: () => Promise<void>
}

const register = fileURLToPath(new URL('register.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The displays of tests are those of an X server, whatever session the tests run in. */
export const underX = { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '' }

/** Our main process in plain Node, with the stand-in for Electron, and a channel to control what is around it. */
export function startMain(file: string, args: readonly string[], env: Readonly<Record<string, string>>): MainProcess {
  const child: ChildProcess = fork(file, [...args], {
    cwd: root,
    env: { ...process.env, ...underX, ...env },
    execArgv: ['--import', import.meta.resolve('tsx'), '--import', register],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const keep = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, output }))

  let last = 0
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>()
  child.on('message', ({ number, value, error }: Answered) => {
    const asked = waiting.get(number)
    waiting.delete(number)
    if (error === undefined) asked?.resolve(value as never)
    else asked?.reject(new Error(error))
  })
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The main process ended. It wrote:\n${output}`))
  })

  return {
    output: () => output,
    ended,
    control: (what, ...given) =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error(`The main process is gone. It wrote:\n${output}`))
        last += 1
        waiting.set(last, { resolve, reject })
        const asked: Asked = { number: last, what, given }
        child.send(asked)
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
