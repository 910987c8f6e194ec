import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ForkOptions, UtilityProcess } from 'electron'
import { offer } from '../offer.ts'

export type OfferedUtilityProcess = EventEmitter & Pick<UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'kill' | 'postMessage'>
export type UtilityProcessPart = {
  readonly utilityProcess: { readonly fork: (file: string, args?: string[], options?: ForkOptions) => OfferedUtilityProcess }
  /** Utility processes do not outlive the app. */
  readonly end: () => void
}

const parentPort = fileURLToPath(new URL('../parentPort.ts', import.meta.url))

function streamsOf(stdio: ForkOptions['stdio']): readonly ['ignore', 'pipe' | 'ignore' | 'inherit', 'pipe' | 'ignore' | 'inherit', 'ipc'] {
  const [, out = 'inherit', err = 'inherit'] = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio]
  return ['ignore', out as 'pipe', err as 'pipe', 'ipc']
}

/** A plain Node process with `process.parentPort`. Message ports cannot be handed over. */
export function utilityProcessPart(): UtilityProcessPart {
  const running = new Set<ChildProcess>()

  function start(file: string, args: string[] = [], { env, execArgv = [], stdio, cwd }: ForkOptions = {}): OfferedUtilityProcess {
    const child = fork(file, args, {
      env: (env as NodeJS.ProcessEnv | undefined) ?? process.env,
      execArgv: ['--import', import.meta.resolve('tsx'), '--import', parentPort, ...execArgv],
      stdio: [...streamsOf(stdio)],
      serialization: 'advanced',
      ...(cwd === undefined ? {} : { cwd }),
    })
    running.add(child)
    const heard = new EventEmitter()
    child.once('spawn', () => heard.emit('spawn'))
    child.on('message', (message) => heard.emit('message', message))
    child.once('exit', (code) => {
      running.delete(child)
      heard.emit('exit', code ?? 1)
    })
    const part = Object.defineProperty(
      Object.assign(heard, {
        stdout: child.stdout as NodeJS.ReadableStream | null,
        stderr: child.stderr as NodeJS.ReadableStream | null,
        kill: () => child.kill(),
        postMessage: (message: unknown, transfer?: readonly unknown[]) => {
          if (transfer && transfer.length > 0) throw new Error('The stand-in hands no message ports to a utility process.')
          child.send(message as object)
        },
      }),
      'pid',
      { get: () => (running.has(child) ? child.pid : undefined), enumerable: true },
    ) as OfferedUtilityProcess
    return offer('UtilityProcess', part, ['spawn', 'exit', 'message', 'error'])
  }

  return {
    utilityProcess: offer('utilityProcess', { fork: start }),
    end: () => running.forEach((child) => child.kill()),
  }
}
