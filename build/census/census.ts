import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../tree/filesUnder.js'
import { quotesOf } from './quotesOf.ts'
import { rulesOf } from './rulesOf.ts'
import { isTrue, verdict } from './verdict.ts'

const root = join(import.meta.dirname, '../..')
const testFile = /[.](test|storm|e2e|behaviour)[.]tsx?$/
const text = (path: string): string => readFileSync(join(root, path), 'utf8')

const pages = filesUnder(root, ['docs/behaviour']).filter((path) => path.endsWith('.md'))
const tests = filesUnder(root, ['shared', 'server', 'renderer', 'main', 'build', 'bench', 'e2e']).filter((path) => testFile.test(path))
const rules = pages.flatMap((page) => rulesOf(text(page), page))
const quotes = tests.flatMap((path) => quotesOf(text(path), path))
const found = verdict(rules, quotes)

for (const page of pages) {
  const mine = rules.filter(({ file }) => file === page)
  const bare = found.untested.filter(({ file }) => file === page)
  const times = quotes.filter(({ id }) => mine.some((rule) => rule.id === id)).length
  const counts = `${String(mine.length).padStart(4)} rules ${String(times).padStart(5)} quotes ${String(bare.length).padStart(4)} untested`
  console.log(`${page.padEnd(36)} ${counts}`)
}
for (const { id, says, file } of found.untested) console.log(`no test quotes [${id}] (${file}): ${says}`)
for (const { id, file } of found.unknown) console.log(`${file} quotes [${id}], which the book does not have`)
for (const id of found.twice) console.log(`[${id}] is given to two rules`)
console.log(
  `${rules.length} rules, ${quotes.length} quotes in ${tests.length} test files: ${isTrue(found) ? 'the book is true' : 'the book is not true'}`,
)
process.exitCode = isTrue(found) ? 0 : 1
