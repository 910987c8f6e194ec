import { generateKeyPairSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '../..')
const usage = '用法 usage: npm run update:key -- --private FILE [--public FILE]'

const { values } = parseArgs({ options: { private: { type: 'string' }, public: { type: 'string' } } })
const open = resolve(values.public ?? join(root, 'resources/update-key.pem'))

/** Makes the room's key pair; never over one that is there, whose desks would then never be updated again. */
const make = (): string | null => {
  if (values.private === undefined) return usage
  const hidden = resolve(values.private)
  const [taken] = [hidden, open].filter((path) => existsSync(path))
  if (taken !== undefined) return `${taken} 已存在，未作改动 / is there already; nothing was changed`
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(hidden, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  console.log(`私钥 private  ${hidden}   请妥善离线保管 / keep it offline`)
  console.log(`公钥 public   ${open}   打包时内置 / is built into packages`)
  return null
}

const why = make()
if (why !== null) console.error(why)
process.exitCode = why === null ? 0 : 64
