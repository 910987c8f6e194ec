import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TrainingJob } from '../../teach/training.ts'
import { workerTraining } from './workerTraining.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'worker-'))))
afterEach(() => rm(folder, { recursive: true }))

const job: TrainingJob = { taxonomy: [], taught: [], trials: [], models: [], number: 7, sureFrom: 0.6 }

/** A training of these lines in a thread of its own. */
const running = async (lines: string, onStep: (done: number, of: number) => void = () => undefined) => {
  const file = join(folder, 'trainWorker.mjs')
  await writeFile(file, `import { parentPort, workerData } from 'node:worker_threads'\n${lines}`)
  return workerTraining({ file, resources: 'the resources' })(job, onStep)
}

test('[B84] while a training keeps its own thread busy, the room goes on and can end it', async () => {
  let heard: (done: number) => void = () => {}
  const began = new Promise<number>((resolve) => (heard = resolve))
  const { result, cancel } = await running(`parentPort.postMessage({ says: 'step', done: 1, of: 3 }); for (;;);`, heard)
  const ended = expect(result).rejects.toThrow('before it was done')
  expect(await began).toBe(1)
  cancel()
  await ended
})

test('[B84] what it learnt comes back; it is told what to learn from and where the product lies', async () => {
  const { result } = await running(
    `parentPort.postMessage({ says: 'result', result: { bytes: new Uint8Array([workerData.job.number]), shippedTexts: 1, scores: [workerData.resources] } })`,
  )
  expect(await result).toEqual({ bytes: new Uint8Array([7]), shippedTexts: 1, scores: ['the resources'] })
})

test.each([`throw new Error('no memory')`, `process.exit(3)`, ``])('[B84] one that dies of %j is told as failed', async (lines) => {
  await expect((await running(lines)).result).rejects.toThrow(/no memory|ended with code [03]/)
})

test('[B84] nor is the room hurt where the built file is missing', async () => {
  await expect(workerTraining({ file: join(folder, 'gone.js'), resources: '' })(job, () => undefined).result).rejects.toThrow()
})
