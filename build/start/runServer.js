import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @type {(message: unknown) => string | undefined} */
const addressIn = (message) => {
  const { kind, address } = /** @type {{ kind?: unknown, address?: unknown }} */ (message ?? {})
  return kind === 'ready' && typeof address === 'string' ? address : undefined
}

const handedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program of ours in a Node of its own, hands every stop signal on to it and answers the code to leave with:
 * its own, or 128 + n when signal n ended it, as shells do.
 * @param {string} program
 * @param {readonly string[]} given
 * @param {string} cwd
 * @param {(address: string) => () => void} [ready] told when it can be used, and what is then to be done when it ends
 * @returns {Promise<number>}
 */
export function runServer(program, given, cwd, ready) {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...given], {
    cwd,
    stdio: ready ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: { NODE_ENV: 'production', ...process.env },
  })
  // A terminal gives Ctrl-C to the whole group; handing it on as well would reach the server as an impatient second one.
  const alreadyHeard = (/** @type {string} */ signal) => signal === 'SIGINT' && process.stdin.isTTY
  for (const signal of handedOn) process.on(signal, () => alreadyHeard(signal) || child.kill(signal))
  let ended = () => {}
  child.on('message', (message) => {
    const address = addressIn(message)
    if (address !== undefined && ready) ended = ready(address)
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code, signal) => {
      ended()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1))
    })
  })
}
