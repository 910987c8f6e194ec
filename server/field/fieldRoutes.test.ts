import { describe, expect, test, vi } from 'vitest'
import type { FieldReceipt, FieldReported, FieldView } from '../../shared/contracts/field.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { deadLink, fieldTown, jiangbin, linkOfW2, ownPhoto, strangersPhoto, w1, w2 } from './testing/fieldTown.ts'

const step = (id: string, type: string, incident: string, more: object = {}) => ({
  id,
  doneAt: 0,
  command: { type, incident, assignment: `${incident}/1`, ...more },
})

describe('a link', () => {
  test('[F1] an unknown, expired or missing link is refused with words in both languages', async () => {
    const town = await fieldTown()
    for (const link of ['nobody-knows-this-link', deadLink, '']) {
      const answer = await town.get('me', link)
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({ error: 'link-is-dead', zh: '链接已失效，请联系指挥室' })
    }
  })

  test('[F1] a link is looked up anew for every request: a revoked one is dead at once', async () => {
    let isRevoked = false
    const pass = { unit: w1, town: (await fieldTown()).board().town, expiresAt: Number.MAX_SAFE_INTEGER }
    const town = await fieldTown({ unitOf: async () => (isRevoked ? null : pass) })
    expect((await town.get('me')).statusCode).toBe(200)
    isRevoked = true
    expect((await town.get('me')).statusCode).toBe(401)
  })

  test('[F2] one link that asks too often is told to wait, another is served', async () => {
    const town = await fieldTown()
    const answers = []
    for (let i = 0; i < 70; i++) answers.push((await town.get('me')).statusCode)
    expect(answers.filter((status) => status === 200)).toHaveLength(60)
    expect(answers.at(-1)).toBe(429)
    expect((await town.get('me', linkOfW2)).statusCode).toBe(200)
    town.wait(1_000)
    expect((await town.get('me')).statusCode).toBe(200)
  })
})

describe('what a phone sees', () => {
  test('[F3] only its own tasks, numbers masked, with what to watch out for', async () => {
    const town = await fieldTown()
    const answer = await town.get('me')
    const view = answer.json<FieldView>()
    expect(view.tasks.map((task) => task.incident)).toEqual([town.e1])
    expect(answer.body).not.toContain('13812345678')
    expect(view.tasks[0]?.reports[0]).toMatchObject({ phone: '138****5678', hasPhone: true, photos: [ownPhoto] })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('the outbox', () => {
  test('[F5] items are done in order, each once, however often they are sent', async () => {
    const town = await fieldTown()
    const items = [step('tap-00001', 'unit.accept', town.e1), step('tap-00002', 'unit.depart', town.e1)]
    const first = (await town.post('do', { sentAt: 0, items })).json<FieldReceipt>()
    const again = (await town.post('do', { sentAt: 0, items })).json<FieldReceipt>()
    expect(first.answers.map(({ answer }) => answer.ok)).toEqual([true, true])
    expect(again.answers).toEqual(first.answers)
    expect(town.said.map(({ command }) => command.type)).toEqual(['unit.accept', 'unit.depart'])
    expect(town.said.every(({ asking }) => asking.mayBeOld)).toBe(true)
    expect(again.view.tasks[0]?.assignment.state).toBe('enroute')
  })

  test('[F6] a refused item does not stop those after it', async () => {
    const town = await fieldTown()
    const items = [
      step('tap-00001', 'unit.resolve', town.e1, { result: '没有签收就反馈', photos: [] }),
      step('tap-00002', 'unit.accept', town.e1),
    ]
    const { answers } = (await town.post('do', { sentAt: 0, items })).json<FieldReceipt>()
    expect(answers.map(({ answer }) => answer.ok)).toEqual([false, true])
  })

  test('[F6] when the journal cannot write, what comes after is not done before it', async () => {
    const asked: string[] = []
    const town = await fieldTown({
      do: async (_town, command) => {
        asked.push(command.type)
        return { ok: false, refusal: { reason: 'cannot-keep' } }
      },
    })
    const items = [step('tap-00001', 'unit.accept', town.e1), step('tap-00002', 'unit.depart', town.e1)]
    const { answers } = (await town.post('do', { sentAt: 0, items })).json<FieldReceipt>()
    expect(asked).toEqual(['unit.accept'])
    expect(answers.map(({ answer }) => !answer.ok && answer.refusal.reason)).toEqual(['cannot-keep', 'cannot-keep'])
  })

  test.each([
    ['a minute ago', 1_000_000, 940_000, -60_000],
    ['in the future', 1_000_000, 2_000_000, 0],
    ['a week ago', 1_000_000_000, 1_000_000_000 - 7 * 86_400_000, -86_400_000],
  ])('[F7] done %s by a phone with a wrong clock: only the difference is believed', async (_name, sentAt, doneAt, expected) => {
    const town = await fieldTown()
    await town.post('do', { sentAt, items: [{ ...step('tap-00001', 'unit.accept', town.e1), doneAt }] })
    expect(town.said[0]?.asking.doneAt).toBe(town.now() + expected)
  })

  test('[F4] a unit cannot speak for another: neither its assignment nor its SOS', async () => {
    const town = await fieldTown()
    const items = [
      step('tap-00001', 'unit.accept', town.e2),
      { id: 'tap-00002', doneAt: 0, command: { type: 'sos.raise', unit: w2, point: null } },
      { id: 'tap-00003', doneAt: 0, command: { type: 'unit.accept', incident: town.e1, assignment: `${town.e2}/1` } },
    ]
    const { answers } = (await town.post('do', { sentAt: 0, items })).json<FieldReceipt>()
    expect(answers.every(({ answer }) => !answer.ok)).toBe(true)
    expect(town.said).toEqual([])
  })

  test('[F4] two units that use the same id do not use up each other’s', async () => {
    const town = await fieldTown()
    await town.post('do', { sentAt: 0, items: [step('tap-00001', 'unit.accept', town.e2)] }, linkOfW2)
    await town.post('do', { sentAt: 0, items: [step('tap-00001', 'unit.accept', town.e1)] })
    expect(town.said.map(({ asking }) => asking.id)).toEqual(['W2:tap-00001', 'W1:tap-00001'])
  })

  test('[F4] words that are not the field’s are not understood, and nothing of the outbox is done', async () => {
    const town = await fieldTown()
    const items = [step('tap-00001', 'unit.accept', town.e1), step('tap-00002', 'incident.close', town.e1, { outcome: 'x', note: '' })]
    const answer = await town.post('do', { sentAt: 0, items })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: 'malformed', field: 'items.1.command.type' })
    expect(town.said).toEqual([])
  })

  test('[F8] a photo that the town does not have is not attached', async () => {
    const town = await fieldTown()
    const photo = (id: string, one: string) => step(id, 'photo.add', town.e1, { photo: one, point: null, takenAt: null })
    const { answers } = (
      await town.post('do', { sentAt: 0, items: [photo('tap-00001', strangersPhoto), photo('tap-00002', ownPhoto)] })
    ).json<FieldReceipt>()
    expect(answers.map(({ answer }) => answer.ok)).toEqual([false, true])
  })
})

describe('phone, positions, report', () => {
  test('[F9] the caller’s number is told for a task in hand only, and the reading is kept first', async () => {
    const town = await fieldTown()
    expect((await town.post('phone', { id: 'ask-00001', incident: town.e1, report: 'R-1' })).json()).toEqual({ phone: '13812345678' })
    expect(town.said[0]?.command.type).toBe('phone.reveal')
    expect((await town.post('phone', { id: 'ask-00002', incident: town.e2, report: 'R-2' })).statusCode).toBe(404)
    await town.post('do', { sentAt: 0, items: [step('tap-00001', 'unit.return', town.e1, { reason: '不属于本辖区' })] })
    expect((await town.post('phone', { id: 'ask-00003', incident: town.e1, report: 'R-1' })).statusCode).toBe(404)
  })

  test('[F9] a command id that was used for something else opens no number', async () => {
    const town = await fieldTown()
    await town.post('do', { sentAt: 0, items: [step('tap-00001', 'unit.accept', town.e1)] })
    const answer = await town.post('phone', { id: 'tap-00001', incident: town.e1, report: 'R-1' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).not.toContain('13812345678')
    expect((await town.post('phone', { id: 'ask-00001', incident: town.e1, report: 'R-1' })).statusCode).toBe(200)
    expect((await town.post('phone', { id: 'ask-00001', incident: town.e1, report: 'R-1' })).json()).toEqual({ phone: '13812345678' })
  })

  test('[F9] a number is not told when its reading cannot be kept', async () => {
    const town = await fieldTown({ do: async () => ({ ok: false, refusal: { reason: 'cannot-keep' } }) })
    const answer = await town.post('phone', { id: 'ask-00001', incident: town.e1, report: 'R-1' })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).not.toContain('13812345678')
  })

  test('[F7] positions come with the instant they were taken, by the server’s clock', async () => {
    const town = await fieldTown()
    const fixes = [{ at: 500_000, point: [120.2, 30.2], accuracyM: 8 }]
    expect((await town.post('positions', { sentAt: 530_000, fixes })).statusCode).toBe(200)
    expect(town.fixes).toEqual([{ unit: UnitId.parse('W1'), fixes: [{ at: town.now() - 30_000, point: [120.2, 30.2], accuracyM: 8 }] }])
  })

  const ownReport = { id: 'own-00001', text: '河边护栏断了', point: [120.2, 30.2], photos: [ownPhoto] }

  test('[F10] a unit’s own report goes through the grid channel', async () => {
    const town = await fieldTown()
    expect((await town.post('report', ownReport)).json()).toEqual({ incident: town.e1, notes: [] })
    expect(town.brought).toMatchObject([[jiangbin, w1, { text: ownReport.text, photos: [ownPhoto] }, { id: 'W1:own-00001' }]])
  })

  test('[F32] a photo that the town does not have is left out and told in both languages, and the report goes in', async () => {
    const town = await fieldTown()
    const answer = await town.post('report', { ...ownReport, photos: [strangersPhoto, ownPhoto] })
    expect(answer.statusCode).toBe(200)
    const { notes } = answer.json<FieldReported>()
    expect(notes).toEqual([{ zh: expect.stringContaining('1 张照片') as string, en: expect.stringContaining('1 photo') as string }])
    expect(town.brought).toMatchObject([[jiangbin, w1, { text: ownReport.text, photos: [ownPhoto] }, {}]])
  })

  test('[F11] trouble inside is 503 with words, and the operations people are told', async () => {
    const onTrouble = vi.fn()
    const town = await fieldTown({ onTrouble, do: async () => Promise.reject(new Error('the disk is gone')) })
    const answer = await town.post('do', { sentAt: 0, items: [step('tap-00001', 'unit.accept', town.e1)] })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ error: 'cannot-keep' })
    expect(onTrouble).toHaveBeenCalledOnce()
  })
})
