import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const settled = (args: readonly string[] = [], env: Record<string, string> = {}) => {
  const read = readSettings(args, env)
  if (!read.ok) throw new Error(read.problem)
  return read.settings
}

const problem = (args: readonly string[], env: Record<string, string> = {}) => {
  const read = readSettings(args, env)
  return read.ok ? null : read.problem
}

describe('settings', () => {
  test('[W30] without a word the server listens on this machine alone, with the example town', () => {
    expect(settled()).toMatchObject({
      host: '127.0.0.1',
      port: 8135,
      town: null,
      tlsCert: null,
      allowPlainHttp: false,
      clockAheadAccepted: false,
      demo: false,
      logLevel: 'warn',
    })
  })

  test('[W30] the command line is heard before the environment, and both before the default', () => {
    expect(settled([], { XIAONAO_PORT: '9000', XIAONAO_DATA: '/srv/room' })).toMatchObject({ port: 9_000, data: '/srv/room' })
    expect(settled(['--port', '9001'], { XIAONAO_PORT: '9000' }).port).toBe(9_001)
  })

  test.each(['0.0.0.0', '::', '10.0.0.5', 'room.example', '127.0.0.1.evil.example', '128.0.0.1', ''])(
    '[W31] on %j passwords would travel in clear: refused without TLS, in both languages, with the way out',
    (host) => {
      const said = problem(['--host', host])
      expect(said).not.toBeNull()
      if (host !== '') expect(said).toMatch(/明文[\s\S]*--tls-cert[\s\S]*clear[\s\S]*--allow-plain-http/)
    },
  )

  test.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])('[W31] %s does not leave the machine, and needs no TLS', (host) =>
    expect(settled(['--host', host]).host).toBe(host),
  )

  test('[W31] beyond the machine with TLS, or when told so in words', () => {
    expect(settled(['--host', '0.0.0.0', '--tls-cert', 'a.pem', '--tls-key', 'b.pem'])).toMatchObject({ host: '0.0.0.0', tlsCert: 'a.pem' })
    expect(settled(['--host', '0.0.0.0', '--allow-plain-http']).allowPlainHttp).toBe(true)
    expect(settled(['--host', '0.0.0.0'], { XIAONAO_ALLOW_PLAIN_HTTP: 'yes' }).allowPlainHttp).toBe(true)
    for (const word of ['1', 'true', 'YES', '']) expect(problem(['--host', '0.0.0.0'], { XIAONAO_ALLOW_PLAIN_HTTP: word })).not.toBeNull()
  })

  test('[W30] further pages that are ours are named by whole origins, and none is ours unasked', () => {
    expect(settled().pageOrigins).toEqual([])
    const two = ['http://xiaonao.localhost', 'https://desk.example:8443']
    expect(settled(['--page-origin', two.join(', ')]).pageOrigins).toEqual(two)
    expect(settled([], { XIAONAO_PAGE_ORIGINS: two.join(',') }).pageOrigins).toEqual(two)
    for (const wrong of [
      '*',
      'null',
      '',
      ',',
      'http://a.example/',
      'http://a.example/x',
      'a.example',
      'app://other',
      'file://',
      'http://*',
    ])
      expect([wrong, problem(['--page-origin', wrong])]).toEqual([wrong, expect.stringContaining('pageOrigins')])
    for (const wrong of ['HTTP://a.example', 'http://a.example:80', 'http://u:p@a.example', 'http://a.example,null'])
      expect([wrong, problem([], { XIAONAO_PAGE_ORIGINS: wrong })]).toEqual([wrong, expect.stringContaining('pageOrigins')])
  })

  test('[W27] a journal ahead of the clock is accepted only when told so in words', () => {
    expect(settled(['--clock-ahead-accepted']).clockAheadAccepted).toBe(true)
    expect(settled([], { XIAONAO_CLOCK_AHEAD_ACCEPTED: 'yes' }).clockAheadAccepted).toBe(true)
    for (const word of ['1', 'true', 'no', '']) expect(settled([], { XIAONAO_CLOCK_AHEAD_ACCEPTED: word }).clockAheadAccepted).toBe(false)
  })

  test('[W39] the token of the figures comes from the environment alone, and a short one is refused', () => {
    expect(settled().metricsToken).toBeNull()
    expect(settled([], { XIAONAO_METRICS_TOKEN: 'x'.repeat(16) }).metricsToken).toBe('x'.repeat(16))
    for (const token of ['', 'x'.repeat(15), `${'x'.repeat(16)} x`]) expect(problem([], { XIAONAO_METRICS_TOKEN: token })).not.toBeNull()
    expect(problem(['--metrics-token', 'x'.repeat(16)])).not.toBeNull()
  })

  test('[B55] a second opinion is off until an address and a model are named; its key comes from the environment alone', () => {
    expect(settled()).toMatchObject({ opinionUrl: null, opinionModel: null, opinionKey: null })
    const both = ['--opinion-url', 'http://127.0.0.1:8080/v1', '--opinion-model', 'room-7b']
    expect(settled(both, { XIAONAO_OPINION_KEY: 'abc' })).toMatchObject({ opinionModel: 'room-7b', opinionKey: 'abc' })
    expect(settled([], { XIAONAO_OPINION_URL: 'https://model.room/v1', XIAONAO_OPINION_MODEL: 'm' }).opinionUrl).toBe(
      'https://model.room/v1',
    )
    expect(problem(both.slice(0, 2))).toMatch(/模型名.*--opinion-model/)
    expect(problem(both.slice(2))).toMatch(/地址.*--opinion-url/)
    expect(problem([...both, '--opinion-key', 'abc'])).not.toBeNull()
    expect(problem(both, { XIAONAO_OPINION_KEY: 'a b' })).toContain('opinionKey')
  })

  test.each([
    'ftp://127.0.0.1/v1',
    'file:///etc/passwd',
    '127.0.0.1:8080',
    'http://name:word@127.0.0.1/v1',
    'http://127.0.0.1/v1?key=1',
    'javascript:alert(1)',
    '',
  ])('[B55] %j is no address of a model', (url) => expect(problem(['--opinion-url', url, '--opinion-model', 'm'])).toContain('opinionUrl'))

  test('[W31] a certificate without its key, or a key without its certificate, is refused', () => {
    expect(problem(['--tls-cert', 'a.pem'])).toContain('--tls-key')
    expect(problem(['--tls-key', 'a.pem'])).toContain('--tls-cert')
  })

  test.each([
    [['--port', '70000'], 'port'],
    [['--port', 'NaN'], 'port'],
    [['--port', '-1'], 'port'],
    [['--port', '80.5'], 'port'],
    [['--demo-speed', '0'], 'demoSpeed'],
    [['--demo-speed', '1e9'], 'demoSpeed'],
    [['--log-level', 'loud'], 'logLevel'],
    [['--frobnicate'], 'frobnicate'],
    [['stray'], 'stray'],
    [['--port'], 'port'],
  ])('[W30] %j is refused, and the words name it', (args, named) => expect(problem(args)).toContain(named))

  test('[W30] a short password of the example town is refused', () => {
    expect(problem([], { XIAONAO_EXAMPLE_PASSWORD: 'short' })).toContain('examplePassword')
  })
})
