import { expect, test } from 'vitest'
import { keepEndedMs } from '../../shared/domain/board/board.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { exampleBook } from './exampleBook.ts'

const aBook = () => {
  const story = boardBuilder()
  const reads: number[] = []
  const read = async (after: number, limit: number) => {
    reads.push(after)
    return story.events().slice(after, after + limit)
  }
  const { town, utcOffsetMinutes } = story.board()
  const settle = (id: IncidentId) => {
    story.say({ type: 'incident.classify', incident: id })
    story.say({ type: 'incident.close', incident: id, outcome: '已办结', note: '' })
  }
  return { story, settle, reads, book: exampleBook({ town, utcOffsetMinutes, read }) }
}

test('[B82] what a matter taught is known long after the board has forgotten it, though nobody asked meanwhile', async () => {
  const { story, settle, book } = aBook()
  const first = story.report({ text: '楼上吵' })
  settle(first)
  story.wait(keepEndedMs * 3)
  for (let i = 0; i < 700; i++) story.report({ text: `第 ${i} 起` })
  story.wait(keepEndedMs)
  settle(story.report({ text: '漏水' }))
  expect(story.board().incidents.shards['E-15']?.[first]).toBeUndefined()
  expect((await book.examples()).map(({ reports }) => reports[0]?.text)).toEqual(['楼上吵', '漏水'])
})

test('[B82] it reads on from where it was; what came back or became a part is taken out again', async () => {
  const { story, settle, reads, book } = aBook()
  const [one, other] = [story.report({ text: '楼上吵' }), story.report({ text: '楼下吵' })]
  settle(one)
  const before = await book.examples()
  expect(before).toHaveLength(1)
  expect(await book.examples()).toBe(before)
  story.say({ type: 'incident.reopen', incident: one, reason: '又吵了' })
  expect(await book.examples()).toEqual([])
  story.say({ type: 'incidents.merge', into: other, incidents: [one] })
  settle(other)
  expect((await book.examples()).map(({ incident, reports }) => [incident, reports.length])).toEqual([[other, 2]])
  expect(reads.filter((after) => after === 0)).toHaveLength(1)
})

test('[B82] asked twice at once, the journal is read once', async () => {
  const { story, settle, reads, book } = aBook()
  settle(story.report({ text: '楼上吵' }))
  const [one, other] = await Promise.all([book.examples(), book.examples()])
  expect(one).toBe(other)
  expect(reads).toHaveLength(1)
})
