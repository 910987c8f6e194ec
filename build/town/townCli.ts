import { readFileSync } from 'node:fs'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import { checkText } from './checkText.ts'

/** `npm run -s town -- check FILE`: what is wrong with a town's file; 0 when nothing is, 1 when something is, 2 for a wrong call. */
const run = (verb: string | undefined, path: string | undefined): number => {
  if (verb !== 'check' || !path) {
    console.error('用法 usage: npm run -s town -- check FILE')
    return 2
  }
  const read = fileAt(path)
  if (!read.ok) {
    console.error(`${path}\n  读不了文件 cannot be read: ${read.why}`)
    return 1
  }
  const parsed = parseTown(read.file)
  const text = `${path}\n${checkText(parsed)}`
  if (parsed.ok) console.log(text)
  else console.error(text)
  return parsed.ok ? 0 : 1
}

type Read = { readonly ok: true; readonly file: unknown } | { readonly ok: false; readonly why: string }

const fileAt = (path: string): Read => {
  try {
    return { ok: true, file: JSON.parse(readFileSync(path, 'utf8')) as unknown }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

process.exitCode = run(process.argv[2], process.argv[3])
