import { writeFileSync } from 'node:fs'
import { parseTown } from '../../shared/domain/town/parseTown.ts'
import { exampleTown } from './exampleTown.ts'
import { townText } from './townText.ts'

/** Drawn once and kept: the committed file must come out again. */
const seed = 2019

const file = exampleTown(seed)
const parsed = parseTown(file)
if (parsed.ok) {
  const path = process.argv[2] ?? 'resources/town/example.json'
  writeFileSync(path, townText(file))
  console.log(
    `${path}: ${file.grids.length} grids, ${file.buildings.length} buildings, ${file.roads.nodes.length} nodes, ${file.units.length} units`,
  )
} else {
  for (const { path, zh, en } of parsed.problems) console.error(`${path}: ${zh} / ${en}`)
  process.exitCode = 1
}
