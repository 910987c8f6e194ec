import { expect, test } from 'vitest'
import type { DisplaysAndLayouts } from '../../shared/contracts/deskLayouts.ts'
import { aRunningDesk, type RunningDesk } from './testing/aRunningDesk.ts'

const regionsOf = (seen: unknown) => (seen as DisplaysAndLayouts).current.map(({ region }) => region)
const see = async (desk: RunningDesk) => (await desk.ask(desk.windowOf('queue'), 'layout:see', {})) as DisplaysAndLayouts

test('[L29] the consoles are told of a window that a person closes, and of one that opens', async () => {
  const desk = await aRunningDesk()
  const queue = desk.windowOf('queue')
  const { suggested } = await see(desk)
  desk.windowOf('map').close()
  expect(regionsOf(desk.heard(queue, 'layout:changed').at(-1))).toEqual(['queue'])
  await desk.ask(queue, 'layout:apply', { id: null, placements: suggested })
  expect(regionsOf(desk.heard(queue, 'layout:changed').at(-1))).toEqual(['queue', 'map'])
})

test('[L30] what is suggested is what a desk opens with that nobody has arranged', async () => {
  const desk = await aRunningDesk()
  const { current, suggested } = await see(desk)
  expect(suggested).toEqual(current)
})
