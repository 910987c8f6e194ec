import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { defaultThresholds } from '../../shared/domain/room/thresholds.ts'
import { classifyLine } from './classifyLine.ts'
import { duplicateLine } from './duplicateLine.ts'
import { BadFile, readTownFiles } from './townFiles.ts'
import { understanding } from './understanding.ts'

const usage = '用法 usage: npm run -s brain -- classify|duplicates [--town FILE] [--addresses FILE] < lines.jsonl'

/** `classify`: JSON lines in, what the brain says of each out; `duplicates`: which earlier one each repeats. In their order. 0, 1 when a line was bad, 2 for a wrong call. */
const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { town: { type: 'string' }, addresses: { type: 'string' } },
  })
  const [task = ''] = positionals
  if (positionals.length !== 1 || !['classify', 'duplicates'].includes(task)) {
    console.error(usage)
    return 2
  }
  const resources = join(process.cwd(), 'resources')
  const files = await readTownFiles(resources, values.town ?? null, values.addresses ?? null)
  const { taxonomy } = files
  const brain = await understanding(resources, taxonomy, files.town, files)
  const sureFrom = defaultThresholds.askBelowConfidence
  const classifies = classifyLine({
    taxonomy,
    classify: (report, at) => brain.classify(report, { at, sureFrom }),
    locate: brain.locate,
  })
  const answerTo = task === 'classify' ? classifies : duplicateLine(brain.duplicates)
  let [number, bad] = [0, 0]
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1
    if (line.trim() === '') continue
    const answer = answerTo(line)
    if (answer.ok) console.log(answer.line)
    else console.error(`${number}: ${answer.problem}`)
    if (!answer.ok) bad += 1
  }
  return bad > 0 ? 1 : 0
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof BadFile || (error instanceof TypeError && 'code' in error) ? `${error.message}\n${usage}` : error)
  process.exitCode = 2
}
