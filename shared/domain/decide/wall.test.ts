import { describe, expect, test } from 'vitest'
import { boardBuilder, liWei, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import { Role, type Actor } from '../actor.ts'
import { wallOf } from '../board/board.ts'
import { subjectOf } from '../event.ts'
import { IncidentId, WallId } from '../ids.ts'
import { mayDo } from '../room/rights.ts'
import { WallPlan, type WallWish } from '../wall/wall.ts'
import { mostWalls } from './wall.ts'

const plan: WallPlan = { name: '指挥大厅', pages: ['map', 'eyes'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false }
const first = WallId.parse('wall-1')
const second = WallId.parse('wall-2')
const dispatcher: Actor = { ...liWei, role: 'dispatcher' }

const hung = () => {
  const story = boardBuilder()
  story.say({ type: 'wall.arrange', wall: null, plan }, wangFang)
  const show = (wish: WallWish) => ({ type: 'wall.show', wall: first, wish }) as const
  return { story, show }
}

describe('arranging walls', () => {
  test('[V1] the first wall is wall-1; a removed wall’s number is not given again', () => {
    const { story } = hung()
    expect(wallOf(story.board(), first)?.plan).toEqual(plan)
    story.say({ type: 'wall.remove', wall: first }, wangFang)
    expect(story.board().walls).toEqual([])
    given(story).when({ type: 'wall.arrange', wall: null, plan }, wangFang).then({ type: 'wall.arranged', wall: second, name: '王芳' })
  })

  test('[V1] a name is one wall’s, nothing changed is said so, and an unknown wall is not arranged', () => {
    const { story } = hung()
    const again = { type: 'wall.arrange', wall: null, plan: { ...plan, pages: ['map'] } } as const
    given(story).when(again, wangFang).refused({ reason: 'wall-name-taken', name: '指挥大厅' })
    given(story)
      .when({ ...again, wall: first }, wangFang)
      .then({ type: 'wall.arranged', wall: first })
    given(story)
      .when({ ...again, wall: first, plan }, wangFang)
      .refused({ reason: 'nothing-changed' })
    given(story)
      .when({ ...again, wall: second }, wangFang)
      .refused({ reason: 'unknown-wall', wall: second })
    given(story).when({ type: 'wall.remove', wall: second }, wangFang).refused({ reason: 'unknown-wall' })
  })

  test('[V1] the twenty-first wall is refused', () => {
    const story = boardBuilder()
    for (let i = 0; i < mostWalls; i++) story.say({ type: 'wall.arrange', wall: null, plan: { ...plan, name: `屏 ${i}` } }, wangFang)
    given(story).when({ type: 'wall.arrange', wall: null, plan }, wangFang).refused({ reason: 'walls-are-full', most: 20 })
    given(story).when({ type: 'wall.arrange', wall: first, plan }, wangFang).then({ type: 'wall.arranged' })
  })

  test('[V1] a plan has pages, each once, and turns no faster than can be read', () => {
    expect(WallPlan.safeParse(plan).success).toBe(true)
    for (const wrong of [{ pages: [] }, { pages: ['map', 'map'] }, { secondsPerPage: 2 }, { name: ' ' }]) {
      expect(WallPlan.safeParse({ ...plan, ...wrong }).success).toBe(false)
    }
  })

  test('[V2] who may arrange and who may show is said by the role alone', () => {
    const may = (command: 'wall.arrange' | 'wall.show' | 'wall.remove') => Role.options.filter((role) => mayDo(role, command))
    expect(may('wall.arrange')).toEqual(['supervisor', 'admin'])
    expect(may('wall.remove')).toEqual(['supervisor', 'admin'])
    expect(may('wall.show')).toEqual(['dispatcher', 'supervisor'])
    const { story } = hung()
    given(story).when({ type: 'wall.arrange', wall: null, plan }, { kind: 'brain' }).refused({ reason: 'no-right' })
    given(story).when({ type: 'wall.remove', wall: first }, { kind: 'clock' }).refused({ reason: 'no-right' })
  })
})

describe('showing on walls', () => {
  test('[V2] an incident is put up by name, and stands in its own history', () => {
    const { story, show } = hung()
    const incident = story.report()
    given(story)
      .when(show({ kind: 'incident', incident }), { kind: 'brain' })
      .refused({ reason: 'no-right' })
    const [told] = story.say(show({ kind: 'incident', incident }), dispatcher)
    expect(told?.event).toMatchObject({ type: 'wall.shown', wall: first, called: '指挥大厅', by: 'liwei', name: '李伟' })
    expect(told && subjectOf(told.event)).toBe(incident)
    expect(wallOf(story.board(), first)).toMatchObject({ wish: { kind: 'incident', incident }, since: story.now(), by: { name: '李伟' } })
    given(story)
      .when(show({ kind: 'incident', incident }), dispatcher)
      .refused({ reason: 'nothing-changed' })
  })

  test('[V5] what has ended or never was is not put up', () => {
    const { story, show } = hung()
    const incident = story.report()
    story.say({ type: 'incident.cancel', incident, reason: '误报' })
    given(story)
      .when(show({ kind: 'incident', incident }), dispatcher)
      .refused({ reason: 'incident-has-ended', incident })
    given(story)
      .when(show({ kind: 'incident', incident: IncidentId.parse('E-9') }), dispatcher)
      .refused({ reason: 'unknown-incident' })
  })

  test('[V4] a page that is not on the wall is neither held nor turned from', () => {
    const { story, show } = hung()
    const missing = { reason: 'page-not-on-wall', page: 'stages', name: '指挥大厅' } as const
    given(story)
      .when(show({ kind: 'page', page: 'stages' }), dispatcher)
      .refused(missing)
    given(story)
      .when(show({ kind: 'pages', from: 'stages' }), dispatcher)
      .refused(missing)
    story.say(show({ kind: 'page', page: 'eyes' }), dispatcher)
    given(story)
      .when(show({ kind: 'page', page: 'eyes' }), dispatcher)
      .refused({ reason: 'nothing-changed' })
    story.say({ type: 'wall.arrange', wall: first, plan: { ...plan, pages: ['map', 'stages'] } }, wangFang)
    expect(wallOf(story.board(), first)?.wish).toEqual({ kind: 'pages', from: null })
  })

  test('[V3] a wall that turns already is not told to; the next page may be asked for at any time', () => {
    const { story, show } = hung()
    given(story)
      .when(show({ kind: 'pages', from: null }), dispatcher)
      .refused({ reason: 'nothing-changed' })
    given(story)
      .when(show({ kind: 'pages', from: 'eyes' }), dispatcher)
      .then({ type: 'wall.shown' })
    story.say(show({ kind: 'page', page: 'map' }), dispatcher)
    given(story)
      .when(show({ kind: 'pages', from: null }), dispatcher)
      .then({ type: 'wall.shown' })
    given(story)
      .when({ type: 'wall.show', wall: second, wish: { kind: 'pages', from: null } }, dispatcher)
      .refused({ reason: 'unknown-wall' })
  })
})
