import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCitizenRoom, form, type CitizenRoom } from './testing/aCitizenRoom.ts'

let room: CitizenRoom
beforeEach(async () => {
  room = await aCitizenRoom()
})
afterEach(() => room.app.close())

describe('reporting', () => {
  test('[Z1] the code of a building opens the page with its place and common matters; a forged one does not', async () => {
    const answer = await room.app.inject('/api/citizen/building?b=B12&s=good-signature')
    expect(answer.json()).toMatchObject({
      townName: '四季江街道',
      townNameEn: 'Sijijiang',
      name: '太和广场3幢',
      choices: [{ zh: '邻居太吵' }, { zh: '有燃气味' }],
    })
    for (const query of ['b=B12&s=forged-signature', 'b=B13&s=good-signature', '', 'b=B12&s=x&s=y', 'b[]=B12']) {
      const no = await room.app.inject(`/api/citizen/building?${query}`)
      expect(no.statusCode).toBe(403)
      expect(no.json()).toMatchObject({ error: 'unknown-building' })
    }
  })

  test('[Z2] a report answers with a token to follow, and only when it is kept', async () => {
    const answer = await room.post('/api/citizen/report', form)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ follow: expect.stringContaining('.sealed') as string, notes: [] })
    room.state.isFull = true
    const no = await room.post('/api/citizen/report', { ...form, id: 'page-made-2' })
    expect(no.statusCode).toBe(503)
    expect(no.json<{ zh: string }>().zh).toContain('110')
    expect(no.headers['retry-after']).toBe('5')
  })

  test('[Z13] what was left out of a report is told to the citizen in both languages, beside the token', async () => {
    room.state.warnings = [{ reason: 'unknown-photo' }, { reason: 'unknown-photo' }, { reason: 'something-else' }]
    const answer = await room.post('/api/citizen/report', form)
    expect(answer.statusCode).toBe(201)
    const notes = [{ zh: expect.stringContaining('2 张照片') as string, en: expect.stringContaining('2 photos') as string }]
    expect(answer.json()).toEqual({ follow: expect.stringContaining('.sealed') as string, notes })
  })

  test('[Z3] from one address and building five a minute; the sixth is told when, and the next minute is free', async () => {
    for (let i = 0; i < 5; i++) expect((await room.post('/api/citizen/report', { ...form, id: `page-made-${i}` })).statusCode).toBe(201)
    const sixth = await room.post('/api/citizen/report', form)
    expect(sixth.statusCode).toBe(429)
    expect(sixth.headers['retry-after']).toBe('60')
    expect(room.state.taken).toHaveLength(5)
    room.state.now += 60_000
    expect((await room.post('/api/citizen/report', form)).statusCode).toBe(201)
  })
})

describe('hostile input', () => {
  test('[Z9] no body and no query is answered with 500 or above', async () => {
    const url = fc.constantFrom('/api/citizen/report', '/api/citizen/rate', '/api/citizen/photos?b=B12&s=good-signature')
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record(Object.fromEntries(Object.keys(form).map((name) => [name, fc.anything()])))
        .map((one) => JSON.stringify(one, (_k, v: unknown) => (typeof v === 'bigint' ? 1 : v)) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(url, body, fc.constantFrom('application/json', 'image/jpeg', 'text/plain', 'x'), async (to, payload, type) => {
        const answer = await room.app.inject({ method: 'POST', url: to, headers: { 'content-type': type }, payload })
        expect(answer.statusCode).toBeLessThan(500)
        room.state.now += 60_000
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.webQueryParameters(), async (query) => {
        expect((await room.app.inject(`/api/citizen/follow?t=${query}`)).statusCode).toBeLessThan(500)
        expect((await room.app.inject(`/api/citizen/building?${query}`)).statusCode).toBeLessThan(500)
        room.state.now += 60_000
      }),
    )
  })
})
