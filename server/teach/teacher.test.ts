import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ModelScores } from '../../shared/contracts/teaching.ts'
import { IncidentId } from '../../shared/domain/ids.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import type { Example } from './example.ts'
import { isHeldBack } from './heldBack.ts'
import { modelShelf, type WriteWhole } from './modelShelf.ts'
import { writePlainly } from './testing/writePlainly.ts'
import { teacher } from './teacher.ts'
import type { RunTraining, TrainingJob, TrainingResult } from './training.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'teacher-'))))
afterEach(() => rm(folder, { recursive: true }))

const half = { value: 0.5, low: 0.4, high: 0.6, of: 96 }
const scores: ModelScores = { kindTop1: half, kindTop3: half, policeRecall: half, policePrecision: half, criticalRecall: half }

const anExample = (number: number): Example => ({
  incident: IncidentId.parse(`E-${number}`),
  openedAt: number,
  reports: [{ text: `第 ${number} 起`, channel: '110', code110: null }],
  kind: KindCode.parse('C02'),
  policeNeeded: false,
  critical: false,
  isCorrected: number % 2 === 0,
})
const twenty = Array.from({ length: 20 }, (_, i) => anExample(1001 + i))

/** Trainings that end when the test says so. */
const handTraining = () => {
  const jobs: TrainingJob[] = []
  let end: (result: TrainingResult) => void = () => {}
  let fail: (error: Error) => void = () => {}
  let step: (done: number, of: number) => void = () => {}
  const run: RunTraining = (job, onStep) => {
    jobs.push(job)
    step = onStep
    const result = new Promise<TrainingResult>((resolve, reject) => {
      end = resolve
      fail = reject
    })
    return { result, cancel: () => fail(new Error('cancelled')) }
  }
  const result = (number: number): TrainingResult => ({
    bytes: Buffer.from(`model ${number}`),
    shippedTexts: 100,
    scores: [number, 0].map((one) => ({ number: one, scores })),
  })
  return { run, jobs, step: (done: number, of: number) => step(done, of), end: (n: number) => end(result(n)), fail: (e: Error) => fail(e) }
}

const zhou = { id: 'supervisor1', name: '周敏' }

const aTeacher = async (
  wish: { readonly examples?: readonly Example[]; readonly isNoted?: boolean; readonly writeWhole?: WriteWhole } = {},
) => {
  const training = handTraining()
  const used: string[] = []
  const notes: string[] = []
  const troubles: unknown[] = []
  let started: () => void = () => {}
  const taught = await teacher({
    shelf: modelShelf(folder, wish.writeWhole ?? writePlainly),
    examples: async () => wish.examples ?? twenty,
    taxonomy: aTaxonomy,
    sureFrom: () => 0.6,
    runTraining: (job, onStep) => {
      const running = training.run(job, onStep)
      started()
      return running
    },
    prepare: (bytes) => {
      const name = bytes === null ? 'shipped' : Buffer.from(bytes).toString()
      if (!name.startsWith('model') && bytes !== null) throw new Error('no model')
      return () => void used.push(name)
    },
    note: async (by, text) => {
      notes.push(`${by.name}: ${text}`)
      return wish.isNoted ?? true
    },
    now: () => 1_780_000_000_000,
    onTrouble: (error) => void troubles.push(error),
  })
  /** Starts a training and waits until it runs. */
  const begin = async () => {
    const running = new Promise<void>((resolve) => (started = resolve))
    const said = await taught.train(zhou)
    if (said.ok) await running
    return said
  }
  const learn = async (number: number) => {
    await begin()
    training.end(number)
    await taught.idle()
  }
  return { ...taught, ...training, begin, learn, used, notes, troubles }
}

test('[B84] one training at a time; how far it is can be seen, and a finished one changes nothing that is in force', async () => {
  const room = await aTeacher()
  expect(await room.begin()).toEqual({ ok: true })
  room.step(2, 7)
  expect((await room.state()).training).toMatchObject({ state: 'running', by: '周敏', done: 2, of: 7 })
  expect(await room.train(zhou)).toEqual({ ok: false, why: 'training-runs' })
  room.end(1)
  await room.idle()
  const state = await room.state()
  expect(state).toMatchObject({ training: { state: 'none' }, inForce: { number: 0 }, models: [{ number: 1, by: '周敏' }] })
  expect(state.comparison?.scores.map(({ number }) => number)).toEqual([1, 0])
  expect(room.used).toEqual([])
  expect(room.jobs).toHaveLength(1)
})

test('[B84] a training that fails or is stopped is told, keeps nothing, and the next may begin', async () => {
  const room = await aTeacher()
  await room.begin()
  room.fail(new Error('out of memory'))
  await room.idle()
  expect((await room.state()).training).toMatchObject({ state: 'over', fault: 'failed' })
  expect(room.troubles).toHaveLength(1)
  await room.begin()
  expect(await room.stop()).toEqual({ ok: true })
  expect(await room.state()).toMatchObject({ training: { state: 'over', fault: 'stopped' }, models: [], comparison: null })
  expect(await room.stop()).toEqual({ ok: false, why: 'no-training' })
  await room.learn(1)
  expect((await room.state()).models).toHaveLength(1)
})

test('[B84] what has been learnt and is being kept can no longer be stopped', async () => {
  let write: () => void = () => {}
  let begun: () => void = () => {}
  const isWriting = new Promise<void>((resolve) => (begun = resolve))
  const mayWrite = new Promise<void>((resolve) => (write = resolve))
  const room = await aTeacher({
    writeWhole: async (path, bytes) => {
      begun()
      await mayWrite
      await writePlainly(path, bytes)
    },
  })
  await room.begin()
  room.end(1)
  await isWriting
  expect(await room.stop()).toEqual({ ok: false, why: 'no-training' })
  expect((await room.state()).training).toMatchObject({ state: 'running' })
  write()
  await room.idle()
  expect(await room.state()).toMatchObject({ training: { state: 'none' }, models: [{ number: 1 }] })
})

test('[B84] closing the room ends a training', async () => {
  const room = await aTeacher()
  await room.begin()
  await room.close()
  expect((await room.state()).models).toEqual([])
})

test('[B84] with nothing to learn from no training begins', async () => {
  const room = await aTeacher({ examples: [] })
  expect(await room.begin()).toEqual({ ok: false, why: 'no-examples' })
  expect(room.jobs).toEqual([])
  expect((await room.state()).examples).toEqual({ incidents: 0, corrections: 0, since: null, heldBack: 0 })
})

test('[B83] the trainer is given the taught and the trials apart, and every model that is kept is measured again', async () => {
  const room = await aTeacher()
  await room.learn(1)
  await room.learn(2)
  const [, second] = room.jobs
  expect(second?.models.map(({ number }) => number)).toEqual([1])
  const { examples } = await room.state()
  expect([second?.taught.length, second?.trials.length]).toEqual([examples.incidents - examples.heldBack, examples.heldBack])
  const held = twenty.filter(({ incident }) => isHeldBack(incident)).map(({ reports }) => reports[0]?.text)
  expect(held.length).toBeGreaterThan(0)
  for (const job of room.jobs) expect(job.taught.filter(({ text }) => held.includes(text))).toEqual([])
})

test('[B87] which model is in force is in the journal with the scores, holds over a restart, and can be taken back', async () => {
  const room = await aTeacher()
  await room.learn(1)
  expect(await room.putInForce(zhou, 1, 0)).toEqual({ ok: true })
  expect(room.used).toEqual(['model 1'])
  expect(room.notes).toEqual([
    '周敏: 研判改用 1 号模型（类别对 50%(96)，涉警识别 50%(96)，危及生命识别 50%(96)），替换 出厂模型（类别对 50%(96)，涉警识别 50%(96)，危及生命识别 50%(96)）',
  ])
  const again = await aTeacher()
  expect(again.used).toEqual(['model 1'])
  expect((await again.state()).inForce).toEqual({ number: 1, since: 1_780_000_000_000, by: '周敏' })
  expect(await again.putInForce(zhou, 0, 1)).toEqual({ ok: true })
  expect(again.used).toEqual(['model 1', 'shipped'])
  expect((await (await aTeacher()).state()).inForce.number).toBe(0)
})

test('[B87] who saw another model in force, names none that is there or cannot have it noted, changes nothing', async () => {
  const room = await aTeacher({ isNoted: false })
  await room.learn(1)
  expect(await room.putInForce(zhou, 1, 2)).toEqual({ ok: false, why: 'changed-meanwhile' })
  expect(await room.putInForce(zhou, 7, 0)).toEqual({ ok: false, why: 'unknown-model' })
  expect(await room.putInForce(zhou, 1, 0)).toEqual({ ok: false, why: 'not-kept' })
  expect(room.used).toEqual([])
  const again = await aTeacher()
  expect(again.used.filter((name) => name !== 'shipped')).toEqual([])
  expect((await again.state()).inForce.number).toBe(0)
})

test('[B86] a model in force that is lost gives way to the shipped one, which is told until somebody chooses', async () => {
  const room = await aTeacher()
  await room.learn(1)
  await room.putInForce(zhou, 1, 0)
  await writeFile(join(folder, 'model-1.bin'), 'rubbish')
  const again = await aTeacher()
  expect(again.used).toEqual([])
  expect(again.troubles).toHaveLength(1)
  expect(await again.state()).toMatchObject({ lost: { number: 1 }, inForce: { number: 0 } })
  expect(await again.putInForce(zhou, 1, 0)).toEqual({ ok: false, why: 'lost-model' })
  expect(await again.putInForce(zhou, 0, 0)).toEqual({ ok: true })
  expect((await again.state()).lost).toBeNull()
  expect((await (await aTeacher()).state()).lost).toBeNull()
})

test('[B86] nor does a choice that cannot be read stop the room', async () => {
  await writeFile(join(folder, 'in-force.json'), 'rubbish')
  const room = await aTeacher()
  expect(await room.state()).toMatchObject({ lost: { number: null }, inForce: { number: 0 } })
})
