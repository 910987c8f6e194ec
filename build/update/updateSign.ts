import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { signatureOf, signedUpdateHead } from '../../shared/contracts/signedUpdate.ts'

const root = join(import.meta.dirname, '../..')
const usage = '用法 usage: npm run update:sign -- --private FILE [--public FILE] [FOLDER]   (dist/packages)'

const { values, positionals } = parseArgs({ options: { private: { type: 'string' }, public: { type: 'string' } }, allowPositionals: true })

/** Signs every list in the folder, each under its own name, and checks each as a desk will. */
const signAll = (): string | null => {
  if (values.private === undefined) return usage
  const folder = resolve(positionals[0] ?? join(root, 'dist/packages'))
  const key = createPrivateKey(readFileSync(resolve(values.private)))
  if (key.asymmetricKeyType !== 'ed25519') return '不是 update:key 生成的私钥 / not a key that update:key made'
  const builtIn = createPublicKey(readFileSync(resolve(values.public ?? join(root, 'resources/update-key.pem'))))
  if (!builtIn.equals(createPublicKey(key))) return '与内置公钥不符 / not the key that is built into packages'
  const lists = readdirSync(folder).filter((name) => /^latest[A-Za-z0-9-]*[.]yml$/.test(name))
  if (lists.length === 0) return `${folder} 中没有 latest*.yml / has no latest*.yml`
  for (const name of lists) {
    const signed = Buffer.concat([Buffer.from(signedUpdateHead(name)), readFileSync(join(folder, name))])
    const signature = sign(null, signed, key)
    if (!verify(null, signed, builtIn, signature)) return `${name}: 签名无法验证 / the signature does not verify`
    writeFileSync(join(folder, signatureOf(name)), `${signature.toString('base64')}\n`)
    console.log(`${join(folder, signatureOf(name))}`)
  }
  return null
}

const why = signAll()
if (why !== null) console.error(why)
process.exitCode = why === null ? 0 : 64
