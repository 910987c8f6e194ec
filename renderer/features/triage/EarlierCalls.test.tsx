import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EarlierCall } from '../../../shared/contracts/console.ts'
import { get } from '../../../shared/domain/board/table.ts'
import { IncidentId } from '../../../shared/domain/ids.ts'
import { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { aMorning, boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { drawIn } from '../../testing/aRoom.tsx'
import { aServedRoom } from '../../testing/aServedRoom.tsx'
import { noLayout } from '../../testing/noLayout.ts'
import { EarlierCalls } from './EarlierCalls.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const call = (number: number, outcome: string | null, at = aMorning): EarlierCall => ({
  incident: IncidentId.parse(`E-${number}`),
  at,
  kind: KindCode.parse('C02'),
  channel: '110',
  text: '又在装修',
  same: 'caller',
  outcome,
})

test('[C41] what became of an earlier call is said in words, and today’s calls need no date', async () => {
  const town = boardBuilder()
  const id = town.report()
  const incident = get(town.board().incidents, id)
  if (!incident) throw new Error('a report always becomes an incident')
  const calls = [call(1, 'cancelled'), call(2, '12345'), call(3, '已劝导'), call(4, null, aMorning - 86_400_000)]
  drawIn(aServedRoom(town, { 'calls:earlier': () => calls }), <EarlierCalls incident={incident} />)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(4))
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent ?? '')
  expect(rows[0]).toMatch(/^09:00E-1.*已取消/)
  expect(rows[1]).toContain('已移交 12345')
  expect(rows[2]).toContain('已劝导')
  expect(rows[3]).toMatch(/^03-01 09:00E-4/)
})
