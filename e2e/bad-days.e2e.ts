import type { Page } from '@playwright/test'
import { emptyBoard } from '../shared/domain/board/board.ts'
import { foldBoard } from '../shared/domain/board/fold.ts'
import { values } from '../shared/domain/board/table.ts'
import { TownId } from '../shared/domain/ids.ts'
import { firstReport, incidentState, isOpen, type IncidentState } from '../shared/domain/incident/incident.ts'
import { handTest } from './testing/handTest.ts'
import { eventsIn } from './testing/journalFile.ts'
import { expect, test } from './testing/roomTest.ts'
import { breachHz, listenTo, tonesOf } from './testing/loudspeaker.ts'
import { liveSign } from './testing/liveSign.ts'

/** What the console calls the states that this test brings about. */
const stateNames: Partial<Record<IncidentState, string>> = { received: '待研判', classified: '待派单', dispatched: '已派单' }

/** Every row of the queue: its number, place, words, and how it stands. A waiting duplicate shows its question instead of a word. */
const rowsOn = (page: Page) =>
  page.locator('.xn-row').evaluateAll((rows) => {
    const said = (row: Element, what: string) => row.querySelector(what)?.textContent?.trim() ?? ''
    const waits = (row: Element) => (row.getAttribute('data-waiting') === 'true' ? '待接' : '')
    return rows
      .map((row) => [
        said(row, '.xn-num'),
        said(row, '.xn-row-place'),
        said(row, '.xn-row-words'),
        said(row, '.xn-row-holder') || waits(row),
      ])
      .sort()
  })

/** The same rows, as the journal's file tells them to this operator. */
const rowsIn = async (data: string, name: string) => {
  const board = foldBoard(emptyBoard(TownId.parse('sijijiang')), await eventsIn(data))
  return [...values(board.incidents)]
    .filter(isOpen)
    .map((incident) => {
      const { holder } = incident
      const state = incidentState(incident)
      const isWaiting = holder === null && (state === 'received' || state === 'classified')
      const standing = isWaiting ? '待接' : (stateNames[state] ?? state)
      const holding = holder === null ? '' : holder.name === name ? ' · 我接手' : ` · ${holder.name} 接手`
      const report = firstReport(incident)
      return [incident.id, incident.place.text || report.placeText, report.text, standing + holding]
    })
    .sort()
}

test('the server is killed and started again under an open console, and nothing is missing', async ({ room, outside, openConsole }) => {
  const page = await openConsole('operator1')
  const call = (n: number) => outside.push110({ bjnr: `小区门口占道摆摊，油烟很大，第 ${n} 家`, sfdz: `钱江路${50 + n}号` })
  const first = [await call(1), await call(2), await call(3), await call(4)] as const
  const desk = await outside.boardOf('operator1')
  const order = (unit: string) => ({ unit, lead: true, order: '请到场', callIn: true, why: [] })
  await desk.do({ type: 'incident.take', incident: first[0] })
  await desk.do({ type: 'units.assign', incident: first[1], orders: [order('W17')] })
  await desk.do({ type: 'incident.take', incident: first[2] })
  await desk.do({ type: 'incident.close', incident: first[2], outcome: '已处置', note: '摊位已撤' })
  await expect.poll(() => rowsOn(page)).toEqual(await rowsIn(room.data, '沈佳'))

  // Killed while reports come in: some are acknowledged, one perhaps not.
  const rush = Promise.allSettled([5, 6, 7, 8].map(call))
  await desk.do({ type: 'incident.take', incident: first[3] })
  await room.kill()
  const acknowledged = (await rush).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  await expect(page.getByText(/中断|断开/).first()).toBeVisible()
  await room.start()
  // While the console is still away, the room goes on.
  const other = await outside.boardOf('dispatcher1')
  await other.do({ type: 'incident.take', incident: first[0] })
  await other.do({ type: 'incident.release', incident: first[3] })
  const after = await outside.push110({ bjnr: '钱包丢在出租车上了，里面有身份证', sfdz: '钱江路58号' })
  await expect(liveSign(page)).toBeVisible()
  await expect(page.getByText(after).first()).toBeVisible()

  const kept = await rowsIn(room.data, '沈佳')
  expect(kept.map(([id]) => id)).toEqual(expect.arrayContaining([first[0], first[1], first[3], ...acknowledged, after]))
  expect(kept.map(([id]) => id)).not.toContain(first[2])
  await expect.poll(() => rowsOn(page)).toEqual(kept)
})

/** An alarm sounds every five seconds. */
const twoRoundsMs = 11_000

handTest('a breach sounds, climbs, and falls silent when the one it climbed to acknowledges it', async ({ hand, outside, openConsole }) => {
  const supervisor = await outside.boardOf('supervisor1')
  const leader = await outside.boardOf('leader1')
  const page = await openConsole('operator1')
  const upstairs = await openConsole('supervisor1')
  // Its five seconds between rounds are to be gone through by hand, so the page is opened on such a clock, and touched, as browsers ask.
  await upstairs.clock.install()
  await upstairs.reload()
  await upstairs.getByRole('heading', { name: '小脑' }).click()
  await liveSign(upstairs).waitFor()
  for (const one of [page, upstairs]) await listenTo(one)
  const incident = await outside.push110({ bjnr: '物业不让装充电桩，双方吵起来了', sfdz: '钱江路58号' })
  await expect(page.getByText(incident).first()).toBeVisible()
  const alarms = () => [...values(supervisor.board().alarms)].filter((alarm) => alarm.incident === incident)
  const untaken = () => alarms().find(({ cause }) => cause.kind === 'limit' && cause.stage === 'take')
  const { climbEveryMs } = supervisor.board().profiles.find(({ id }) => id === supervisor.board().profileInForce) ?? { climbEveryMs: 0 }
  expect(climbEveryMs).toBeGreaterThan(0)
  expect([await tonesOf(page), await tonesOf(upstairs)]).toEqual([[], []])

  // A minute for taking it is over, and nobody has.
  await hand.pass(61_000)
  await expect(page.getByText(/接报超时/).first()).toBeVisible()
  await expect.poll(() => tonesOf(page)).toContain(breachHz)
  expect(untaken()?.level).toBe('operator')

  await hand.pass(climbEveryMs)
  await expect.poll(() => untaken()?.level).toBe('supervisor')
  expect(await leader.do({ type: 'alarm.acknowledge', alarm: untaken()?.id })).toMatchObject({
    ok: false,
    refusal: { reason: 'alarm-is-the-desks' },
  })
  await expect.poll(() => tonesOf(upstairs)).toContain(breachHz)
  // Round after round, for as long as nobody has answered.
  const before = (await tonesOf(upstairs)).length
  await upstairs.clock.runFor(twoRoundsMs)
  expect((await tonesOf(upstairs)).length).toBeGreaterThan(before)

  const bar = upstairs.getByRole('region', { name: '告警' })
  const unanswered = () => alarms().filter(({ acknowledged }) => acknowledged === null).length
  for (let left = unanswered(); left > 0; left = unanswered()) {
    await bar.getByRole('button', { name: /^确认/ }).first().click()
    await expect.poll(unanswered).toBeLessThan(left)
  }
  expect(untaken()?.acknowledged?.by).toBe('supervisor1')
  await expect(bar.getByRole('listitem')).toHaveCount(0)
  const silentFrom = (await tonesOf(upstairs)).length
  await upstairs.clock.runFor(twoRoundsMs)
  expect((await tonesOf(upstairs)).length).toBe(silentFrom)
})
