import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eveningLine, timeOfDay } from './eveningLine.ts'

test('[N13] a line of an evening tells its id, its time, the first report of its matter, and what a line of the corpus tells', () => {
  expect(eveningLine('K005\t17:41:15\tK003\tP09\tasr\t10\t撞岛了就在⟦菜荻路⟧这里')).toEqual({
    id: 'K005',
    at: 63_675_000,
    duplicateOf: 'K003',
    kinds: ['P09'],
    style: 'asr',
    policeNeeded: true,
    critical: false,
    text: '撞岛了就在菜荻路这里',
    places: [[5, 8]],
  })
  expect(eveningLine('K003\t17:38:02\t\tP09\tjjd\t10\t相撞')).toMatchObject({ duplicateOf: null, places: [] })
})

test.each([
  ['seven-columns', 'K005\t17:41:15\tP09\tasr\t10\t撞了'],
  ['id', '5\t17:41:15\t\tP09\tasr\t10\t撞了'],
  ['time', 'K005\t24:00:00\t\tP09\tasr\t10\t撞了'],
  ['time', 'K005\t17:41\t\tP09\tasr\t10\t撞了'],
  ['duplicate-of', 'K005\t17:41:15\tK005\tP09\tasr\t10\t撞了'],
  ['duplicate-of', 'K005\t17:41:15\tthe first\tP09\tasr\t10\t撞了'],
  ['unknown-kind', 'K005\t17:41:15\t\tcrash\tasr\t10\t撞了'],
  ['flags', 'K005\t17:41:15\t\tP09\tasr\t1\t撞了'],
])('[N13] what is wrong is said by name: %s', (flaw, line) => {
  expect(eveningLine(line)).toBe(flaw)
})

test('[N13] a time of day is read to the second or not at all', () => {
  expect(['00:00:00', '23:59:59', '7:00:00', '12:60:00', '', '12:00:00Z'].map(timeOfDay)).toEqual([0, 86_399_000, null, null, null, null])
})

const folder = 'resources/corpus/evenings'

test('[N14] every evening is in order of time, and what repeats names the first report of its matter, which came before', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const firsts = new Set<string>()
    const seen = new Set<string>()
    let last = 0
    for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean)) {
      const report = eveningLine(line)
      if (typeof report === 'string') throw new Error(`${file}: ${report}: ${line}`)
      expect(seen.has(report.id), report.id).toBe(false)
      expect(report.at, report.id).toBeGreaterThanOrEqual(last)
      if (report.duplicateOf === null) firsts.add(report.id)
      else expect(firsts.has(report.duplicateOf), report.id).toBe(true)
      seen.add(report.id)
      last = report.at
    }
  }
})
