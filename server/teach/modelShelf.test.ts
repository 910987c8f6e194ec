import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TaughtModel } from '../../shared/contracts/teaching.ts'
import { keptModels, LostModel, modelShelf } from './modelShelf.ts'
import { writePlainly } from './testing/writePlainly.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shelf-'))
  folder = join(root, 'brain')
})
afterEach(() => rm(root, { recursive: true }))

const model = (number: number): TaughtModel => ({ number, trainedAt: number, by: '周敏', incidents: 9, corrections: 3, shippedTexts: 100 })
const bytes = (number: number) => Buffer.from(`model ${number}`)

test('[B85] a model is kept with what it learnt from, when and by whom; what was never trained is an empty shelf', async () => {
  const shelf = modelShelf(folder, writePlainly)
  expect([await shelf.models(), await shelf.inForce(), await shelf.comparison(), await shelf.nextNumber()]).toEqual([[], null, null, 1])
  await shelf.keep(model(1), bytes(1))
  const again = modelShelf(folder, writePlainly)
  expect(await again.models()).toEqual([model(1)])
  expect(Buffer.from(await again.bytes(1)).toString()).toBe('model 1')
})

test('[B85] the newest few and the one in force are kept; a number is never given twice', async () => {
  const shelf = modelShelf(folder, writePlainly)
  await shelf.keep(model(1), bytes(1))
  await shelf.putInForce({ number: 1, since: 1, by: '周敏' })
  for (let number = 2; number <= keptModels + 3; number++) await shelf.keep(model(number), bytes(number))
  const numbers = (await shelf.models()).map(({ number }) => number)
  expect(numbers).toHaveLength(keptModels + 1)
  expect(numbers).toContain(1)
  expect(numbers[0]).toBe(keptModels + 3)
  expect((await readdir(folder)).filter((name) => name.endsWith('.bin'))).toHaveLength(keptModels + 1)
  expect(await shelf.nextNumber()).toBe(keptModels + 4)
})

test('[B86] a file with a changed bit, cut off, gone or half written is no model', async () => {
  const shelf = modelShelf(folder, writePlainly)
  for (const number of [1, 2, 3]) await shelf.keep(model(number), bytes(number))
  await writeFile(join(folder, 'model-1.bin'), 'modex 1')
  await rm(join(folder, 'model-2.bin'))
  await writeFile(join(folder, 'model-3.json'), '{"number":3')
  for (const number of [1, 2, 3, 4]) await expect(shelf.bytes(number)).rejects.toThrow(LostModel)
  expect((await shelf.models()).map(({ number }) => number)).toEqual([2, 1])
  expect(await shelf.nextNumber()).toBe(4)
})

test('[B86] that nothing was chosen is something else than that the choice cannot be read', async () => {
  const shelf = modelShelf(folder, writePlainly)
  await shelf.keep(model(1), bytes(1))
  expect(await shelf.inForce()).toBeNull()
  await writeFile(join(folder, 'in-force.json'), '')
  await expect(shelf.inForce()).rejects.toThrow(LostModel)
})
