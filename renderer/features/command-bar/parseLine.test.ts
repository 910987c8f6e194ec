import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IncidentId, UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder, wangFang } from '../../../shared/testing/boardBuilder.ts'
import { commandOf } from './commandOf.ts'
import { completed, completionsOf } from './complete.ts'
import { parseLine } from './parseLine.ts'

const open = IncidentId.parse('E-7')
const E = (id: string) => IncidentId.parse(id)
const W = (id: string) => UnitId.parse(id)

describe('a line of the command bar', () => {
  test.each([
    ['/d E-1042 W12 w13', { kind: 'assign', incident: E('E-1042'), units: [W('W12'), W('W13')], order: '' }],
    ['d 1042 W12 带上灭火器 快去', { kind: 'assign', incident: E('E-1042'), units: [W('W12')], order: '带上灭火器 快去' }],
    ['/d W12 W12', { kind: 'assign', incident: open, units: [W('W12')], order: '' }],
    ['/s W12 onscene', { kind: 'step', unit: W('W12'), step: 'arrive', result: '' }],
    ['/s w12 反馈 已劝离', { kind: 'step', unit: W('W12'), step: 'resolve', result: '已劝离' }],
    ['/m E-1042 E-1040', { kind: 'merge', incident: E('E-1042'), into: E('E-1040') }],
    ['/m 1040', { kind: 'merge', incident: open, into: E('E-1040') }],
    ['/n e-1042 报警人又来电', { kind: 'note', incident: E('E-1042'), text: '报警人又来电' }],
    ['/n . 报警人又来电', { kind: 'note', incident: open, text: '报警人又来电' }],
    ['/t E-1042', { kind: 'take', incident: E('E-1042') }],
    ['/c E-1042 已处置', { kind: 'close', incident: E('E-1042'), outcome: '已处置' }],
    ['/g W12', { kind: 'goToUnit', unit: W('W12') }],
    ['/g 1042', { kind: 'goToIncident', incident: E('E-1042') }],
  ])('[C9] %s is understood', (line, wish) => {
    expect(parseLine(line, open)).toEqual({ ok: true, wish })
  })

  test.each([
    ['', 'empty'],
    ['/z', 'unknown-verb'],
    ['/d', 'incident-needed'],
    ['/d E-1', 'unit-needed'],
    ['/s W12', 'step-needed'],
    ['/s W12 constructor', 'step-needed'],
    ['/s W12 resolved', 'text-needed'],
    ['/m E-1', 'second-incident-needed'],
    ['/n E-1', 'text-needed'],
  ])('[C9] %s says what is missing', (line, problem) => {
    expect(parseLine(line, null)).toEqual({ ok: false, problem })
  })

  test.each([
    ['/w E-1042', { kind: 'wall', incident: E('E-1042'), wall: '' }],
    ['/wall 1042 2', { kind: 'wall', incident: E('E-1042'), wall: '2' }],
    ['/w 指挥大厅', { kind: 'wall', incident: open, wall: '指挥大厅' }],
  ])('[V27] %s is understood', (line, wish) => {
    expect(parseLine(line, open)).toEqual({ ok: true, wish })
    expect(parseLine('/w', null)).toEqual({ ok: false, problem: 'incident-needed' })
  })

  test('[V27] a wall is found by its number, its name or the beginning of it; the first one where none is named', () => {
    const town = boardBuilder()
    const incident = town.report()
    const plan = { pages: ['map'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false } as const
    for (const name of ['指挥大厅', '会商室']) town.say({ type: 'wall.arrange', wall: null, plan: { ...plan, name } }, wangFang)
    const wallOf = (wall: string, board = town.board()) => {
      const said = commandOf({ kind: 'wall', incident, wall }, board, () => '')
      return said.ok && said.command.type === 'wall.show' ? said.command.wall : said
    }
    expect(['', '2', 'wall-1', '会商室', '会'].map((wall) => wallOf(wall))).toEqual(['wall-1', 'wall-2', 'wall-1', 'wall-2', 'wall-2'])
    expect(wallOf('九')).toMatchObject({ ok: false, refusal: { reason: 'unknown-wall', wall: '九' } })
    expect(wallOf('', boardBuilder().board())).toMatchObject({ ok: false })
    expect(completionsOf(`/w ${incident} 会`, town.board())).toEqual([{ word: '2', about: '会商室' }])
  })

  test('[C9] whatever is typed, it is understood or a named problem, and asks no unit twice', () => {
    const word = fc.oneof(fc.constantFrom('/d', '/s', '/m', 'E-1', '12', 'W3', 'w3', '.', 'onscene', '快'), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), fc.boolean(), (words, hasOpen) => {
        const parsed = parseLine(words.join(' '), hasOpen ? open : null)
        if (!parsed.ok) return void expect(parsed.problem).toMatch(/^[a-z-]+$/)
        if (parsed.wish.kind === 'assign') expect(new Set(parsed.wish.units).size).toBe(parsed.wish.units.length)
        return undefined
      }),
    )
  })

  test('[C9] words are completed from the board, free units first', () => {
    const town = boardBuilder().units({ id: 'W12', name: '田涛' }, { id: 'W13' })
    const incident = town.report()
    town.send(incident, W('W12'))
    expect(completionsOf(`/d ${incident} W1`, town.board()).map(({ word }) => word)).toEqual(['W13', 'W12'])
    expect(completionsOf(`/d ${incident} 田`, town.board()).map(({ word }) => word)).toEqual(['W12'])
    expect(completed(`/d ${incident} 田`, { word: 'W12', about: '' })).toBe(`/d ${incident} W12 `)
  })
})
