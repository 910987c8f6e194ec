import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { drawsInChinese } from '../testing/drawsInChinese.ts'
import { drawn, escape, field, heading, look, press, type } from './testing/drawn.tsx'
import { anUntrusted, aRoomThere } from './testing/looks.ts'

drawsInChinese()

const trust = () => screen.getByRole<HTMLButtonElement>('button', { name: /每一组都相同/ })

test('[Y4] the certificate is shown with whose it is, how long, how far the trust goes, and its fingerprint line by line', async () => {
  const { names } = await drawn({ 'room:look': [anUntrusted()], 'room:trust': ['waits'] })
  await look('room.example:8135')
  expect(heading()).toMatch(/核对/)
  expect(screen.getByText(/https:\/\/room.example:8135/)).toBeTruthy()
  expect(screen.getAllByText('四季江街道指挥室')).toHaveLength(2)
  expect(screen.getByText('2026-01-05 08:00 至 2036-01-03 08:00')).toBeTruthy()
  expect(screen.getByText(/自己的签发机构/)).toBeTruthy()
  const lines = within(screen.getByRole('table')).getAllByRole('row')
  expect(lines.map((line) => line.textContent)).toEqual([
    '第 1 行A3:0F5B:C219:7ED4:88',
    '第 2 行61:2C9A:F03D:B744:E5',
    '第 3 行08:6FC1:9D72:3AEE:15',
    '第 4 行B8:5027:4CF9:960B:D3',
  ])
  expect(names()).toEqual(['room:look'])
  await press(/每一组都相同/)
  expect(names()).toEqual(['room:look', 'room:trust'])
})

test('[Y4] one certificate is told from an authority', async () => {
  await drawn({ 'room:look': [anUntrusted({ isAuthority: false })] })
  await look('room.example')
  expect(screen.getByText('只有这一张证书')).toBeTruthy()
  expect(screen.queryByText(/自己的签发机构/)).toBeNull()
})

test('[Y4] [Y11] who does not trust is back at the address with one key, and nothing was trusted', async () => {
  const { names } = await drawn({ 'room:look': [anUntrusted()] })
  await look('room.example')
  await escape()
  expect([field().value, names()]).toEqual(['room.example', ['room:look']])
})

test('[Y5] a changed certificate is said as a danger; trusting waits for the end of the fingerprint, and a wrong one is said', async () => {
  const { names } = await drawn({ 'room:look': [anUntrusted({ isChanged: true })], 'room:trust': [aRoomThere], 'room:use': ['waits'] })
  await look('room.example')
  expect(screen.getByRole('alert').textContent).toMatch(/另一张证书.*冒充/)
  expect(trust().disabled).toBe(true)
  await type('F996 0BD')
  expect([trust().disabled, screen.getAllByRole('alert').length]).toEqual([true, 1])
  await type('F996 0BD4')
  expect([trust().disabled, screen.getAllByRole('alert').at(-1)?.textContent]).toEqual([true, expect.stringMatching(/不要信任/)])
  await type('f9:96:0b:d3')
  expect([trust().disabled, screen.getAllByRole('alert').length]).toEqual([false, 1])
  await press(/每一组都相同/)
  expect(names()).toEqual(['room:look', 'room:trust', 'room:use'])
})

test('[Y6] another certificate after trusting is said to be another', async () => {
  await drawn({ 'room:look': [anUntrusted()], 'room:trust': [anUntrusted({ fingerprint: 'AA:BB', isChanged: true })] })
  await look('room.example')
  await press(/每一组都相同/)
  expect(screen.getByText(/刚才出示的是另一张证书/)).toBeTruthy()
  expect(screen.getByText('AA:BB')).toBeTruthy()
})

test('[Y6] a server that is gone when trusted leads back to the address and says that nothing was trusted', async () => {
  await drawn({ 'room:look': [anUntrusted()], 'room:trust': [{ ok: false, why: 'unreachable' }] })
  await look('room.example')
  await press(/每一组都相同/)
  expect(screen.getByRole('alert').textContent).toMatch(/没有信任/)
  expect(field().value).toBe('room.example')
})
