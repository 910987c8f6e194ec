import { describe, expect, test } from 'vitest'
import { IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/domain/refusal.ts'
import { aMorning } from '../../shared/testing/boardBuilder.ts'
import { refusalText } from './refusalText.ts'

const reasons = Refusal.options.map((option) => option.shape.reason.value)
const facts = {
  incident: 'E-1042',
  into: 'E-1040',
  outer: 'E-1041',
  unit: 'W12',
  units: ['W12', 'W13'],
  name: '李伟',
  since: aMorning,
  state: 'onscene',
  how: 'closed',
  command: 'x',
  town: 'siji',
  field: 'place',
  problem: 'required',
  assignment: 'E-1042/1',
  alarm: 'a',
  report: 'R-1',
  kind: 'C99',
  profile: 'p',
  department: '区城管局',
  force: 'grid',
  level: 'supervisor',
  wall: 'wall-1',
  most: 20,
  page: 'stages',
}

describe('refusals in words', () => {
  test.each(reasons)('[C4] %s is said in both languages, with its facts and no gaps', (reason) => {
    for (const language of ['zh-CN', 'en']) {
      const text = refusalText({ reason, ...facts } as never, language)
      expect(text.length).toBeGreaterThan(4)
      expect(text).not.toMatch(/\{\{|undefined|null/)
      expect(text).not.toBe(reason)
    }
    expect(refusalText({ reason, ...facts } as never, 'zh-CN')).not.toBe(refusalText({ reason, ...facts } as never, 'en'))
  })

  test('[C4] a busy unit is named with what it does and since when, by the town’s clocks', () => {
    const refusal: Refusal = {
      reason: 'unit-is-busy',
      unit: UnitId.parse('W12'),
      name: '李伟',
      incident: IncidentId.parse('E-1042'),
      state: 'handling',
      since: aMorning,
    }
    expect(refusalText(refusal, 'zh-CN')).toBe('李伟 正在处置 E-1042（处置中，09:00:00 起）。可改派其他力量，或先撤回。')
  })
})
