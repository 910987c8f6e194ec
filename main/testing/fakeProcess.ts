import { EventEmitter } from 'node:events'
import type { ForkOptions, UtilityProcess } from 'electron'
import { unfaked } from './unfaked.ts'

/** A process of our own: what it prints and says is given by the test with `says`, `stdout.emit('data', …)` and `ends`. */
export class FakeProcess extends EventEmitter implements Pick<UtilityProcess, 'kill' | 'postMessage'> {
  readonly module: string
  readonly args: readonly string[]
  readonly options: ForkOptions
  readonly stdout = new EventEmitter()
  readonly stderr = new EventEmitter()
  isKilled = false
  constructor(module: string, args: readonly string[], options: ForkOptions) {
    super()
    this.module = module
    this.args = args
    this.options = options
  }
  kill() {
    this.isKilled = true
    return true
  }
  postMessage() {}
  says(message: unknown) {
    this.emit('message', message)
  }
  ends(code: number) {
    this.emit('exit', code)
  }
}

export class FakeUtilityProcess {
  readonly forked: FakeProcess[] = []
  fork(module: string, args: readonly string[] = [], options: ForkOptions = {}) {
    const made = unfaked('UtilityProcess', new FakeProcess(module, args, options))
    this.forked.push(made)
    return made
  }
}
