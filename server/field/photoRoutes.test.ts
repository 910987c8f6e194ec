import { expect, test } from 'vitest'
import { ApiError } from '../../shared/contracts/session.ts'
import { deadLink, fieldTown, linkOfW1, linkOfW2, ownPhoto, strangersPhoto } from './testing/fieldTown.ts'

const form = (bytes: Buffer, files = 1): { payload: Buffer; type: string } => {
  const boundary = 'x-field-x'
  const part = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  const payload = Buffer.concat([...Array.from({ length: files }, () => part), Buffer.from(`--${boundary}--\r\n`)])
  return { payload, type: `multipart/form-data; boundary=${boundary}` }
}

const send = async (town: Awaited<ReturnType<typeof fieldTown>>, { payload, type }: { payload: Buffer; type: string }, link = linkOfW1) =>
  town.app.inject({ method: 'POST', url: '/api/field/photos', headers: { authorization: `Bearer ${link}`, 'content-type': type }, payload })

test('[F14] a photo is kept; what is no picture, too large or not a form is refused with its own words', async () => {
  const town = await fieldTown()
  expect((await send(town, form(Buffer.from('picture')))).json()).toEqual({ photo: ownPhoto, point: null, takenAt: null })
  const answers = [
    [415, 'not-a-picture', await send(town, form(Buffer.from('x')))],
    [413, 'too-large', await send(town, form(Buffer.alloc(10 * 1024 * 1024 + 1, 7)))],
    [400, 'no-file', await send(town, { payload: Buffer.from('--x-field-x--\r\n'), type: 'multipart/form-data; boundary=x-field-x' })],
    [415, 'not-multipart', await send(town, { payload: Buffer.from('{}'), type: 'application/json' })],
  ] as const
  for (const [status, error, answer] of answers) {
    expect([answer.statusCode, ApiError.parse(answer.json()).error]).toEqual([status, error])
  }
})

test('[F14] a form that breaks off is refused, not waited for', async () => {
  const town = await fieldTown()
  const whole = form(Buffer.alloc(5_000, 7))
  const answer = await send(town, { ...whole, payload: whole.payload.subarray(0, 2_000) })
  expect(answer.statusCode).toBe(400)
})

test('[F1] a dead link keeps no photo', async () => {
  const town = await fieldTown()
  expect((await send(town, form(Buffer.from('picture')), deadLink)).statusCode).toBe(401)
})

test('[F8] a photo is shown to the units whose task it belongs to, and to no other', async () => {
  const town = await fieldTown()
  const mine = await town.get(`photos/${ownPhoto}?size=thumb`)
  expect([mine.statusCode, mine.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await town.get(`photos/${ownPhoto}`, linkOfW2)).statusCode).toBe(404)
  expect((await town.get(`photos/${strangersPhoto}`)).statusCode).toBe(404)
  expect((await town.get('photos/..%2F..%2Fetc%2Fpasswd')).statusCode).toBe(404)
})
