import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serverAddress } from './serverAddress.ts'

const originOf = (typed: string) => {
  const address = serverAddress(typed)
  return address.ok ? address.origin : address.why
}

test.each([
  ['room.example', 'https://room.example'],
  ['  ROOM.example/some/page?x=1 ', 'https://room.example'],
  ['10.0.0.8:8135', 'https://10.0.0.8:8135'],
  ['https://room.example:443', 'https://room.example'],
  ['[fd00::8]:8135', 'https://[fd00::8]:8135'],
  ['１０．０．０．８：８１３５', 'https://10.0.0.8:8135'],
  ['room。example', 'https://room.example'],
  ['指挥室.example', 'https://xn--wbtt5ouc.example'],
  ['localhost:8135', 'http://localhost:8135'],
  ['127.0.0.1:443', 'http://127.0.0.1:443'],
  ['localhost:80', 'http://localhost'],
  ['http://127.0.0.1:8135/', 'http://127.0.0.1:8135'],
  ['https://localhost:8135', 'https://localhost:8135'],
  ['http://room.example', 'plain-http'],
  ['http://127.0.0.1.room.example', 'plain-http'],
  ['http://localhost.room.example', 'plain-http'],
  ['', 'malformed'],
  ['room example', 'malformed'],
  ['room　example', 'malformed'],
  ['https://', 'malformed'],
  ['https://operator:secret@room.example', 'malformed'],
  ['operator@room.example', 'malformed'],
  ['file:///etc/passwd', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['app://xiaonao/', 'malformed'],
  ['ftp://room.example', 'malformed'],
])('[G1] %s is %s', (typed, meant) => expect(originOf(typed)).toBe(meant))

const typed = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' }), fc.domain(), fc.ipV4(), fc.ipV6())

test('[G1] whatever is typed, an origin comes out that is https or on this machine, and that reads as itself', () => {
  fc.assert(
    fc.property(typed, fc.constantFrom('', 'http://', 'https://', 'ws://', 'ｈｔｔｐｓ：／／'), (text, scheme) => {
      const address = serverAddress(`${scheme}${text}`)
      if (!address.ok) return
      const { protocol, hostname, origin } = new URL(address.origin)
      expect(origin).toBe(address.origin)
      expect(protocol === 'https:' || /^(localhost|\[::1\]|127\.)/.test(hostname)).toBe(true)
      expect(serverAddress(address.origin)).toEqual(address)
    }),
  )
})

test('[G1] an address in full-width signs is the same address', () => {
  const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      expect(serverAddress(wide(url))).toEqual(serverAddress(url))
    }),
  )
})
