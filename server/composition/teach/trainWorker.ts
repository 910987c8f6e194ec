import { parentPort, workerData } from 'node:worker_threads'
import { loadShipped, teachAndMeasure } from './teachAndMeasure.ts'
import type { FromWorker, ToWorker } from './workerTraining.ts'

const say = (message: FromWorker) => parentPort?.postMessage(message)

const { resources, job } = workerData as ToWorker
const shipped = await loadShipped(resources)
say({ says: 'result', result: teachAndMeasure(job, shipped, { onStep: (done, of) => say({ says: 'step', done, of }) }) })
