import { Worker } from 'node:worker_threads'
import type { RunTraining, TrainingJob, TrainingResult } from '../../teach/training.ts'

export type ToWorker = { readonly resources: string; readonly job: TrainingJob }
export type FromWorker =
  { readonly says: 'step'; readonly done: number; readonly of: number } | { readonly says: 'result'; readonly result: TrainingResult }

/** Fifteen thousand texts take some 700 MB, the most that are learnt from about twice that; a training that wants more is ended, not the room. */
const mostMegabytes = 2_048

type Needs = { readonly file: string; readonly resources: string }

/** Trains in a thread of its own, so that no command of the room waits for it. The built file stands beside the server's. */
export const workerTraining =
  ({ file, resources }: Needs): RunTraining =>
  (job, onStep) => {
    const worker = new Worker(file, {
      workerData: { resources, job } satisfies ToWorker,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    const result = new Promise<TrainingResult>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.says === 'step') onStep(message.done, message.of)
        else resolve(message.result)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The training ended with code ${code} before it was done`)))
    })
    return { result, cancel: () => void worker.terminate() }
  }
