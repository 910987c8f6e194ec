import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/command.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { PhotoId, type IncidentId } from '../../shared/domain/ids.ts'
import type { Brought } from './bringReport.ts'
import { aBringer, bringing, report } from './testing/aBringer.ts'
import { aDesk, asking } from './testing/aDesk.ts'

const aDay = 86_400_000
const channel = { kind: 'channel', channel: '110' }

/** A room with one report under a number, and what can be done with that number again. */
const aRepeatedNumber = async (room = aBringer()) => {
  const how = bringing()
  const first = await room.bring(report, how)
  if (!first.ok) throw new Error('refused')
  return {
    ...room,
    first,
    again: (changes: Partial<typeof report>): Promise<Brought> => room.bring({ ...report, ...changes }, how),
    say: async (command: Command) => {
      const { answer } = await room.desk.do(command, asking())
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    },
    notes: async () =>
      (await room.events()).flatMap(({ event, by }) =>
        event.type === 'incident.noted' ? [{ incident: event.incident, text: event.text, by }] : [],
      ),
  }
}

describe('later words that make a matter graver', () => {
  const knife = { text: '他有刀' }
  const changes = { policeNeeded: true, nature: 'joint', urgency: 'critical' }

  test('[K26] police are needed and it is critical at once, said by the channel, once; nobody is asked to confirm that', async () => {
    const { first, again, desk, events } = await aRepeatedNumber()
    for (let i = 0; i < 3; i++) expect(await again(knife)).toEqual({ ...first, isNew: false })
    const amended = (await events()).filter(({ event }) => event.type === 'incident.amended')
    expect(amended).toMatchObject([{ event: { incident: first.incident, changes, inherited: true }, by: channel }])
    expect(incidentOf(desk.board(), first.incident)).toMatchObject({ ...changes, critical: true, isConfirmed: false })
  })

  test('[K26] milder words take nothing back', async () => {
    const { first, again, desk } = await aRepeatedNumber()
    await again(knife)
    await again({ text: '看错了，没有凶器' })
    expect(incidentOf(desk.board(), first.incident)).toMatchObject({ ...changes, critical: true })
  })

  test('[K26] after the end they are a new report, once; what was said while it was open is none', async () => {
    const { first, again, say, setNow, desk, events } = await aRepeatedNumber()
    await again({ text: '有人拿刀' })
    await say({
      type: 'incident.amend',
      incident: first.incident,
      changes: { policeNeeded: false, urgency: 'low' },
      was: { policeNeeded: true, urgency: 'critical' },
    })
    setNow(desk.board().at + 60_000)
    await say({ type: 'incident.close', incident: first.incident, outcome: '已处置', note: '' })
    expect(await again({ text: '有人拿刀' })).toEqual({ ...first, isNew: false })
    setNow(desk.board().at + 60_000)
    const later = await again(knife)
    expect(later).toMatchObject({ ok: true, isNew: true })
    expect(await again(knife)).toEqual({ ...later, isNew: false })
    expect((await events()).filter(({ event }) => event.type === 'incident.reported')).toHaveLength(2)
  })
})

describe('a number that comes again with other words', () => {
  test('[K19] they are kept as the channel’s note on the incident, once however often they come, and the answer is as before', async () => {
    const { first, again, notes, recommended } = await aRepeatedNumber()
    const corrected = { text: '楼下打架，有人拿刀', placeText: '临江路42号', caller: { name: '王女士', phone: '13800000018' } }
    for (let i = 0; i < 3; i++) expect(await again(corrected)).toEqual({ ...first, isNew: false })
    const text = '楼下打架，有人拿刀\n地点：临江路42号\n报警人：王女士\n电话：13800000018'
    expect(await notes()).toEqual([{ incident: first.incident, text, by: channel }])
    expect(recommended).toHaveLength(1)
  })

  test('[K19] each other form is a note of its own; the first one again, or one that says less, is none', async () => {
    const { again, notes } = await aRepeatedNumber()
    for (const form of [{ text: '又来了两个人' }, { placeText: '望江路' }, {}, { placeText: '' }, { text: '又来了两个人' }])
      await again(form)
    expect((await notes()).map(({ text }) => text)).toEqual(['又来了两个人', '地点：望江路'])
  })

  test('[K19] photos that the first one did not bring are kept with the note, and stand with the report', async () => {
    const [first, second, third] = ['a', 'b', 'c'].map((sign) => PhotoId.parse(sign.repeat(64))) as [PhotoId, PhotoId, PhotoId]
    const { first: brought, bring, desk, events } = await aRepeatedNumber()
    const how = bringing()
    const own = await bring({ ...report, photos: [first] }, how)
    if (!own.ok) throw new Error('refused')
    const photos = [first, second, third]
    for (let i = 0; i < 2; i++) expect(await bring({ ...report, photos }, how)).toEqual({ ...own, isNew: false })
    await bring({ ...report, photos: [second] }, how)
    await bring({ ...report, photos: [first] }, how)
    const noted = (await events()).flatMap(({ event }) => (event.type === 'incident.noted' ? [event] : []))
    expect(noted).toMatchObject([
      { incident: own.incident, text: '照片：2 张', added: { report: own.report, photos: [second, third] } },
      { incident: own.incident, text: '照片：1 张', added: { report: own.report, photos: [second] } },
    ])
    expect(incidentOf(desk.board(), own.incident)?.reports[0]?.photos).toEqual(photos)
    expect(incidentOf(desk.board(), brought.incident)?.reports[0]?.photos).toEqual([])
  })

  test('[K19] of words longer than a note takes nothing is lost, and no sign is cut in two', async () => {
    const { again, notes } = await aRepeatedNumber()
    const text = '𠮷'.repeat(1_999)
    for (let i = 0; i < 2; i++) await again({ text })
    const kept = (await notes()).map((one) => one.text)
    expect(kept.join('')).toBe(text)
    expect(kept.map(({ length }) => length)).toEqual([2_000, 1_998])
  })

  test('[K19] also after the incident ended; where it was merged, on the whole it became part of', async () => {
    const { first, bring, again, say, notes } = await aRepeatedNumber()
    const whole = await bring(report, bringing())
    if (!whole.ok) throw new Error('refused')
    await say({ type: 'incidents.merge', into: whole.incident, incidents: [first.incident] })
    await again({ text: '合并以后' })
    await say({ type: 'incident.close', incident: whole.incident, outcome: '已处置', note: '' })
    expect(await again({ text: '办结以后' })).toEqual({ ...first, isNew: false })
    const on = (incident: IncidentId, text: string) => ({ incident, text, by: channel })
    expect(await notes()).toEqual([on(whole.incident, '合并以后'), on(whole.incident, '办结以后')])
  })

  test('[K19] once the board has put the incident away, other words are a new report, once; what was noted before is not', async () => {
    const { first, again, say, notes, setNow, desk, events } = await aRepeatedNumber()
    await again({ text: '当时的补充' })
    await say({ type: 'incident.close', incident: first.incident, outcome: '已处置', note: '' })
    setNow(desk.board().at + 5 * aDay)
    await say({ type: 'shift.log', text: '五天以后' })
    for (const form of [{ text: '当时的补充' }, {}]) expect(await again(form)).toEqual({ ...first, isNew: false })
    const later = await again({ text: '又打起来了' })
    expect(later).toMatchObject({ ok: true, isNew: true })
    expect(await again({ text: '又打起来了' })).toEqual({ ...later, isNew: false })
    expect((await events()).filter(({ event }) => event.type === 'incident.reported')).toHaveLength(2)
    expect(await notes()).toHaveLength(1)
  })

  test('[K19] what cannot be kept is not acknowledged, and is kept when it is sent again', async () => {
    let isFull = false
    const full = new Error('disk full')
    const desk = aDesk((keep) => ({ ...keep, append: (...args) => (isFull ? Promise.reject(full) : keep.append(...args)) }))
    const { first, again, notes } = await aRepeatedNumber(aBringer(desk))
    isFull = true
    expect(await again({ text: '补充' })).toEqual({ ok: false, refusal: { reason: 'cannot-keep' } })
    isFull = false
    expect(await again({ text: '补充' })).toEqual({ ...first, isNew: false })
    expect(await notes()).toHaveLength(1)
  })
})
