import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proxyConfig } from './proxyConfig.ts'

const fixed = (proxyRules: string) => ({ mode: 'fixed_servers', proxyRules })

test.each([
  [null, { mode: 'system' }],
  ['  ', { mode: 'system' }],
  ['System', { mode: 'system' }],
  ['direct', { mode: 'direct' }],
  ['10.0.0.1:3128', fixed('http://10.0.0.1:3128')],
  ['１０．０．０．１：３１２８', fixed('http://10.0.0.1:3128')],
  ['proxy.example:80', fixed('http://proxy.example:80')],
  ['https://proxy.example:443/', fixed('https://proxy.example:443')],
  ['socks5://[fd00::1]:1080', fixed('socks5://[fd00::1]:1080')],
  ['http://proxy.example/proxy.pac', { mode: 'pac_script', pacScript: 'http://proxy.example/proxy.pac' }],
  ['https://proxy.example:8443/wpad?x=1', { mode: 'pac_script', pacScript: 'https://proxy.example:8443/wpad?x=1' }],
])('[E23] %s is understood', (set, config) => expect(proxyConfig(set)).toEqual(config))

test.each([
  'proxy.example',
  'http://proxy.example',
  ':3128',
  'proxy.example:99999',
  'proxy.example:x',
  'wang:secret@proxy.example:3128',
  'http=a:1;https=b:2',
  'a:1,b:2',
  'a:1 b:2',
  'file:///etc/proxy.pac',
  'data:text/plain,x',
  'socks5://proxy.example:1080/x.pac',
  'proxy.example/x.pac',
  '<-loopback>',
  'ftp://a:1',
])('[E23] %s is none', (set) => expect(proxyConfig(set)).toBeNull())

test('[E23] whatever is set, one proxy or one address comes out, and never a name with a password', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.webAuthority({ withUserInfo: true, withPort: true })), (text) => {
      const config = proxyConfig(text)
      if (config?.mode === 'fixed_servers') expect(config.proxyRules).toMatch(/^(https?|socks[45]):\/\/[^\s/@,;=]+:\d{1,5}$/)
      if (config?.mode === 'pac_script') expect(new URL(config.pacScript ?? '').username).toBe('')
    }),
  )
})
