import pino from 'pino'
import { serverExit } from '../shared/contracts/serverExit.ts'
import { PortTaken, startServer } from './server.ts'
import { tellParent } from './tellParent.ts'
import { readSettings } from './settings.ts'

const settled = readSettings(process.argv.slice(2), process.env)
if (!settled.ok) {
  console.error(settled.problem)
  process.exit(serverExit.usage)
}
const { settings } = settled
const log = pino({ level: settings.logLevel, redact: ['token', 'password', 'phone'] })

/** Which words to greet with: what a person needs to begin, once. */
const greet = ({ address, otherAddresses, firstAccounts, warnings }: Awaited<ReturnType<typeof startServer>>) => {
  for (const warning of warnings) {
    console.error(warning)
    log.warn(warning)
  }
  console.log(`小脑 Xiaonao  ${address}`)
  for (const other of otherAddresses) console.log(`              ${other}`)
  const [first] = firstAccounts
  if (!first) return
  const names = firstAccounts.map(({ id, name }) => `${id} (${name})`).join('  ')
  console.log(`账号 accounts  ${names}`)
  console.log(`密码 password  ${first.password}${first.mustChange ? '   首次登录后须修改 / must be changed at first sign-in' : ''}`)
}

try {
  const server = await startServer(settings, {
    onTrouble: (error, what) => log.error({ err: error }, what),
  })
  greet(server)
  tellParent(server)
  let isStopping = false
  const stop = (signal: NodeJS.Signals) => {
    // A second Ctrl-C means now; the journal survives that.
    if (isStopping) process.exit(130)
    isStopping = true
    log.info({ signal }, 'stopping')
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping')
        process.exit(serverExit.failed)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof PortTaken ? serverExit.portTaken : serverExit.failed)
}
