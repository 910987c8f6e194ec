import { expect, test } from 'vitest'
import { boardBuilder, type ReportWish } from '../../testing/boardBuilder.ts'
import { incidentOf } from '../board/board.ts'
import { cautionsOf } from './caution.ts'

const cautions = (wish: ReportWish) => {
  const story = boardBuilder()
  const id = story.report(wish)
  return cautionsOf(incidentOf(story.board(), id)!)
}

test('[F30] rules that fired, the kind, and the callers’ words each bring their caution, the most serious first', () => {
  expect(cautions({ assessment: { kind: 'P06', reasons: ['rule:weapon', 'rule:fire'] } })).toEqual(['life', 'weapon', 'violence', 'fire'])
  expect(cautions({ assessment: { kind: 'C30' } })).toEqual(['life', 'gas'])
  expect(cautions({ text: '他喝醉了，牵着一条大狗' })).toEqual(['animal', 'drunk'])
})

test('[F30] what was told of the past still warns; an unknown rule says nothing', () => {
  expect(cautions({ assessment: { reasons: ['rule:fight:past', 'rule:never-heard-of', 'words'] } })).toEqual(['violence'])
})

test('[F30] a civil matter that needs police says so, a quiet one says nothing', () => {
  expect(cautions({ assessment: { policeNeeded: true } })).toEqual(['police'])
  expect(cautions({})).toEqual([])
})
