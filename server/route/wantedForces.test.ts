import { describe, expect, test } from 'vitest'
import { advise, names, order, send, three, whyNot, withUnits } from './testing/advise.ts'

describe('which forces', () => {
  test('[R6] the kind’s force leads; supports go at once only where life is at risk', () => {
    const story = three()
    expect(names(advise(story, story.report()))).toEqual([['grid', true, 1]])
    expect(names(advise(story, story.report({ assessment: { kind: 'C30' } })))).toEqual([
      ['emergency', true, 2],
      ['utility', false, 1],
      ['police', false, 2],
    ])
  })

  test('[R7] police are added wherever they are needed; joint is police leading with the grid', () => {
    const story = three()
    expect(names(advise(story, story.report({ assessment: { policeNeeded: true } })))).toEqual([
      ['grid', true, 1],
      ['police', false, 1],
    ])
    expect(names(advise(story, story.report({ assessment: { kind: 'C47' } }))).map(([force, lead]) => [force, lead])).toEqual([
      ['police', true],
      ['grid', false],
    ])
  })

  test('[R8] an enquiry sends nobody, unless police are needed', () => {
    const story = three()
    expect(names(advise(story, story.report({ assessment: { kind: 'E01' } })))).toEqual([])
    expect(names(advise(story, story.report({ assessment: { kind: 'E01', policeNeeded: true } })))).toEqual([['police', true, 1]])
  })

  test('[R9] a force that gave it back is replaced by those behind it; police who must come are not', () => {
    const story = withUnits({ id: 'W1' }, { id: 'M1', force: 'mediator' }, { id: 'P1', force: 'police' }, { id: 'P2', force: 'police' })
    const incident = story.report()
    story.say({ type: 'unit.return', ...send(story, incident, 'W1'), reason: '不归我' })
    const advice = advise(story, incident)
    expect(names(advice).slice(0, 1)).toEqual([['mediator', true, 1]])
    expect(whyNot(advice, 'W1')).toEqual({ reason: 'returned-it' })
    const theft = story.report({ assessment: { kind: 'P02' } })
    story.say({ type: 'unit.return', ...send(story, theft, 'P1'), reason: '换班' })
    expect(order(advise(story, theft), 'police')).toEqual(['P2'])
    expect(whyNot(advise(story, theft), 'P1', 'police')).toEqual({ reason: 'returned-it' })
  })
})
