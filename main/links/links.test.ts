import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IncidentId } from '../../shared/domain/ids.ts'
import { deepLink } from './deepLink.ts'
import { waitingLink } from './waitingLink.ts'

test.each(['xiaonao://incident/E-1042', 'xiaonao://incident/E-1042/', 'XIAONAO://INCIDENT/e-1042'])('[E14] %s is a link', (text) =>
  expect(deepLink(text)).toBe('E-1042'),
)

test.each([
  '',
  'E-1042',
  'xiaonao:incident/E-1042',
  'xiaonao:///incident/E-1042',
  'xiaonao://incident/E-0',
  'xiaonao://incident/E-01042',
  'xiaonao://incident/E-12345678901',
  'xiaonao://incident/R-1042',
  'xiaonao://incident/E-1042//',
  'xiaonao://incident/E-1042?x=1',
  'xiaonao://incident/E-1042#x',
  'xiaonao://incident/E-1042\n--server=evil.example',
  ' xiaonao://incident/E-1042',
  'xiaonao://evil@incident/E-1042',
  'xiaonao://incident:1/E-1042',
  'xiaonao://incident/../incident/E-1042',
  'xiaonao://incident/E%2d1042',
  'xiaonao://report/E-1042',
  'https://incident/E-1042',
])('[E14] %j is none', (text) => expect(deepLink(text)).toBeNull())

test('[E14] whatever is handed over, an incident or nothing comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'xiaonao://incident/', 'xiaonao://incident/E-'), (rest, start) => {
      const incident = deepLink(`${start}${rest}`)
      expect(incident === null || IncidentId.safeParse(incident).success).toBe(true)
    }),
  )
})

test('[E14] a link waits until a console has its board, and of several the last is shown, once', () => {
  const shown: string[] = []
  let hasBoard = false
  const link = waitingLink((incident) => {
    if (hasBoard) shown.push(incident)
    return hasBoard
  })
  link.come(IncidentId.parse('E-1'))
  link.come(IncidentId.parse('E-2'))
  link.ready()
  expect(shown).toEqual([])
  hasBoard = true
  link.ready()
  link.ready()
  link.come(IncidentId.parse('E-3'))
  expect(shown).toEqual(['E-2', 'E-3'])
})

test('[E14] a link of a room that was left is not shown in the next one', () => {
  let isShown = false
  let hasBoard = false
  const link = waitingLink(() => {
    isShown = hasBoard
    return hasBoard
  })
  link.come(IncidentId.parse('E-1'))
  link.forget()
  hasBoard = true
  link.ready()
  expect(isShown).toBe(false)
})
