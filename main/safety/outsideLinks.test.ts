import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outsideLink } from './outsideLinks.ts'

const server = 'https://room.example:8135'

test.each([
  ['https://room.example:8135/map/guide.pdf', 'https://room.example:8135/map/guide.pdf'],
  ['HTTPS://ROOM.EXAMPLE:8135', 'https://room.example:8135/'],
  ['https:\\\\room.example:8135\\x', 'https://room.example:8135/x'],
  ['  https://room.example:8135/a b"\'`$(x)', "https://room.example:8135/a%20b%22'%60$(x)"],
  ['tel:110', 'tel:110'],
  ['tel:+86-010-12345', 'tel:+86-010-12345'],
  ['tel:110?call=evil', 'tel:110'],
])('[G8] %s leaves as %s', (asked, url) => expect(outsideLink(asked, server)).toEqual({ ok: true, url }))

test.each([
  'https://room.example/',
  'https://room.example:8136/',
  'http://room.example:8135/',
  'https://room.example.evil.example:8135/',
  'https://room.example:8135@evil.example/',
  'https://operator:secret@room.example:8135/',
  'https://evil.example/#https://room.example:8135/',
  'file:///etc/passwd',
  'smb://room.example/share',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://room.example:8135/x',
  'app://xiaonao/',
  'xiaonao://incident/E-1',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'tel:',
  'tel:110;phone-context=x',
  'tel://evil.example',
  'tel:%2B86',
  'tel:*21*110#',
  'sms:110',
  'mailto:a@b.example',
  '//room.example:8135/',
  '',
])('[G8] %s does not leave', (asked) => expect(outsideLink(asked, server).ok).toBe(false))

test('[G8] without a room nothing but the telephone is outside', () => {
  expect(outsideLink('https://room.example:8135/', null).ok).toBe(false)
  expect(outsideLink('tel:119', null)).toEqual({ ok: true, url: 'tel:119' })
})

const schemes = fc.constantFrom(
  '',
  'https:',
  'https://',
  'https:\\\\',
  'tel:',
  'file://',
  'javascript:',
  'blob:',
  'view-source:',
  '\u0000https://',
)
const hosts = fc.constantFrom(
  '',
  'room.example:8135',
  'room.example',
  'evil.example',
  'room.example:8135@evil.example',
  'evil.example\\@room.example:8135',
)

test('[G8] whatever a page asks for, what leaves is of the server or a number, and reads the same a second time', () => {
  fc.assert(
    fc.property(schemes, hosts, fc.string({ unit: 'binary' }), (scheme, host, rest) => {
      const link = outsideLink(`${scheme}${host}${rest}`, server)
      if (!link.ok) return
      expect(link.url.startsWith(`${server}/`) || /^tel:\+?[0-9-]+$/.test(link.url)).toBe(true)
      expect(/[\s"<>\\^`]|\p{Cc}/u.test(link.url)).toBe(false)
      expect(outsideLink(link.url, server)).toEqual(link)
    }),
    { numRuns: 1_000 },
  )
})
