import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssignmentId, UnitId } from '../../shared/domain/ids.ts'
import { kindByCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { boardBuilder, wangFang } from '../../shared/testing/boardBuilder.ts'
import { fieldViewOf } from './fieldView.ts'

const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const hourMs = 3_600_000

const town = () => boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'P1', force: 'police', name: '民警 李伟' })
const viewOf = (story: ReturnType<typeof boardBuilder>, unit = w1) =>
  fieldViewOf(story.board(), unit, aTaxonomy, story.now(), { townName: '四季江街道', townNameEn: 'Sijijiang', expiresAt: 0 })

describe('what a phone sees', () => {
  test('[F3] who goes along is told by name and state, without number or anything else', () => {
    const story = town()
    const incident = story.report({ text: '吵架' })
    story.send(incident, w1, w2)
    expect(viewOf(story)?.tasks[0]?.with).toEqual([{ name: '网格员 W2', force: 'grid', lead: false, state: 'assigned' }])
  })

  test('[F45] the kind and the town are named in both languages', () => {
    const story = town()
    story.send(story.report(), w1)
    const view = viewOf(story)
    const kind = kindByCode(aTaxonomy, view!.tasks[0]!.kind)!
    expect(view).toMatchObject({ townName: '四季江街道', townNameEn: 'Sijijiang' })
    expect(view?.tasks[0]).toMatchObject({ kindName: kind.nameZh, kindNameEn: kind.nameEn })
    expect(kind.nameEn).not.toBe(kind.nameZh)
  })

  test('[F3] a number that stands in the name of a caller is masked too', () => {
    const story = town()
    const incident = story.report({ report: { caller: { name: '陈女士 13812345678', phone: null } } })
    story.send(incident, w1)
    expect(viewOf(story)?.tasks[0]?.reports[0]?.callerName).toBe('陈女士 138****5678')
  })

  test('[F3] the limit counts down to the scene, and is gone when the unit is there or the matter stands still', () => {
    const story = town()
    const incident = story.report()
    story.send(incident, w1)
    const about = { incident, assignment: viewOf(story)!.tasks[0]!.assignment.id }
    expect(viewOf(story)?.tasks[0]?.onSceneDueAt).toBe(story.now() + 5 * 60_000)
    story.say({ type: 'unit.arrive', ...about, point: null }, { kind: 'unit', id: w1 })
    expect(viewOf(story)?.tasks[0]?.onSceneDueAt).toBeNull()
  })

  test('[F3] the number can be asked for while the task is in hand, and not once it ended; ended tasks stay for a shift', () => {
    const story = town()
    const incident = story.report({ report: { caller: { name: '陈女士', phone: '13812345678' } } })
    story.send(incident, w1)
    const { assignment } = viewOf(story)!.tasks[0]!
    const by = { kind: 'unit', id: w1 } as const
    story.say({ type: 'unit.accept', incident, assignment: assignment.id }, by)
    expect(viewOf(story)?.tasks[0]?.reports[0]).toMatchObject({ phone: '138****5678', hasPhone: true })
    story.say({ type: 'unit.resolve', incident, assignment: assignment.id, result: '已联系 13899998888', photos: [] }, by)
    expect(viewOf(story)?.tasks[0]).toMatchObject({ reports: [{ hasPhone: false }], assignment: { result: '已联系 138****8888' } })
    story.wait(13 * hourMs)
    expect(viewOf(story)?.tasks).toEqual([])
  })

  test('[F3] a number that came masked cannot be asked for', () => {
    const story = town()
    story.send(story.report(), w1)
    expect(viewOf(story)?.tasks[0]?.reports[0]).toMatchObject({ phone: '138****5678', hasPhone: false })
  })

  test('[F3] a task that ended stands after those in hand, with the reason', () => {
    const story = town()
    const first = story.report()
    story.send(first, w1)
    const { assignment } = viewOf(story)!.tasks[0]!
    story.say({ type: 'unit.recall', incident: first, assignment: assignment.id, reason: '误报' }, wangFang)
    const second = story.report({ assessment: { kind: 'C01' } })
    story.send(second, w1)
    const view = viewOf(story)
    expect(view?.tasks.map((task) => task.incident)).toEqual([second, first])
    expect(view?.tasks[1]?.assignment).toMatchObject({ state: 'recalled', result: '误报' })
  })

  test('[F3] a unit that the board does not know sees nothing', () => {
    expect(viewOf(town(), UnitId.parse('X9'))).toBeNull()
  })

  test('[F3] whoever is sent where, a phone sees exactly the matters its unit was sent to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(w1, w2), { maxLength: 40 }), (sent) => {
        const story = town()
        const by = sent.map((unit) => {
          const incident = story.report()
          story.send(incident, unit)
          const assignment = AssignmentId.parse(`${incident}/1`)
          story.say({ type: 'unit.return', incident, assignment, reason: '换人' }, wangFang)
          return { unit, incident }
        })
        for (const unit of [w1, w2]) {
          const seen = viewOf(story, unit)?.tasks.map((task) => task.incident)
          expect(new Set(seen)).toEqual(new Set(by.filter((one) => one.unit === unit).map((one) => one.incident)))
        }
      }),
      { numRuns: 25 },
    )
  })
})
