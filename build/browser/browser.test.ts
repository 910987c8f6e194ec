import { expect, test } from 'vitest'
import { ensureBrowser, type Machine } from './ensureBrowser.ts'
import { findBrowser } from './findBrowser.ts'

type Played = Partial<Machine> & { readonly works?: (command: string) => boolean }

/** A bare machine where installing works as told; what was run and said is kept. */
function machine({ works = () => true, ...rest }: Played = {}) {
  const ran: string[] = []
  const said: string[] = []
  const run = (program: string, given: readonly string[]): boolean => {
    const command = [program, ...given].join(' ')
    ran.push(command)
    return works(command)
  }
  const played: Machine = {
    find: () => undefined,
    named: undefined,
    hasApt: false,
    hasChineseFont: () => true,
    run,
    say: (line) => said.push(line),
    ...rest,
  }
  return { played, ran, said }
}

const has =
  (...paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path)

test('[H9] the named browser comes before an installed one', () => {
  const env = { XIAONAO_CHROMIUM: '/opt/mine', PATH: '/usr/bin' }

  expect(findBrowser(env, has('/opt/mine', '/usr/bin/chromium'))).toBe('/opt/mine')
})

test('[H9] a named browser that is not there is not replaced by another', () => {
  const env = { XIAONAO_CHROMIUM: '/opt/mine', PATH: '/usr/bin' }
  const { played, ran } = machine({ named: '/opt/mine', hasApt: true })

  expect(findBrowser(env, has('/usr/bin/chromium'))).toBeUndefined()
  expect(ensureBrowser(played)).toEqual({ kind: 'none', reason: expect.stringContaining('/opt/mine') })
  expect(ran).toEqual([])
})

test('[H9] the PATH is searched in its order', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' }

  expect(findBrowser(env, has('/usr/bin/chromium', '/usr/local/bin/google-chrome'))).toBe('/usr/local/bin/google-chrome')
  expect(findBrowser(env, has())).toBeUndefined()
})

test('[H9] an installed browser installs nothing', () => {
  const { played, ran } = machine({ find: () => '/usr/bin/chromium' })

  expect(ensureBrowser(played)).toEqual({ kind: 'installed', path: '/usr/bin/chromium' })
  expect(ran).toEqual([])
})

test('[H9] where packages can be installed, chromium is, with a Chinese font', () => {
  const { played, ran } = machine({ hasApt: true, find: () => (ran.length >= 2 ? '/usr/bin/chromium' : undefined) })

  expect(ensureBrowser(played)).toEqual({ kind: 'installed', path: '/usr/bin/chromium' })
  expect(ran).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium fonts-noto-cjk'])
})

test('[H9] where that fails, the browser Playwright brings is installed', () => {
  const { played, ran } = machine({ hasApt: true, works: (command) => !command.startsWith('apt-get') })

  expect(ensureBrowser(played)).toEqual({ kind: 'playwright' })
  expect(ran.at(-1)).toBe('npx playwright install chromium')
})

test('[H9] when all fails, the reason is told with the way out', () => {
  const { played } = machine({ works: () => false })

  expect(ensureBrowser(played)).toEqual({ kind: 'none', reason: expect.stringContaining('XIAONAO_CHROMIUM') })
})

test('[H9] a machine without a Chinese font gets one, and the page tests run even when it cannot be had', () => {
  const { played, ran, said } = machine({ find: () => '/usr/bin/chromium', hasApt: true, hasChineseFont: () => false, works: () => false })

  expect(ensureBrowser(played).kind).toBe('installed')
  expect(ran).toEqual(['apt-get update'])
  expect(said.at(-1)).toContain('boxes')
})
