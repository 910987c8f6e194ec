/** What the search for a browser needs from the machine; a test plays all of it. */
export type Machine = {
  /** Path of an installed browser, if there is one. */
  readonly find: () => string | undefined
  /** What XIAONAO_CHROMIUM says, if anything. */
  readonly named: string | undefined
  /** Whether packages can be installed: root on a system that has apt-get. */
  readonly hasApt: boolean
  /** Whether a font that knows Chinese is installed. */
  readonly hasChineseFont: () => boolean
  /** Runs a program to its end and answers whether it ended well. */
  readonly run: (program: string, given: readonly string[]) => boolean
  readonly say: (line: string) => void
}

export type Browser =
  | { readonly kind: 'installed'; readonly path: string }
  /** Playwright's own browser, which Playwright finds by itself. */
  | { readonly kind: 'playwright' }
  | { readonly kind: 'none'; readonly reason: string }

function apt({ run }: Machine, packages: readonly string[]): boolean {
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

function withChineseFont(machine: Machine, browser: Browser): Browser {
  if (machine.hasChineseFont()) return browser
  machine.say('No Chinese font: installing fonts-noto-cjk.')
  if (!machine.hasApt || !apt(machine, ['fonts-noto-cjk']))
    machine.say('Still no Chinese font: pictures will show boxes instead of characters.')
  return browser
}

function install(machine: Machine): Browser {
  if (machine.hasApt) {
    machine.say('No browser found: installing chromium with apt-get.')
    const path = apt(machine, ['chromium', 'fonts-noto-cjk']) ? machine.find() : undefined
    if (path) return { kind: 'installed', path }
  }
  machine.say('No browser found: installing the one that Playwright brings.')
  if (machine.run('npx', ['playwright', 'install', 'chromium'])) return { kind: 'playwright' }
  const reason = 'No browser, and none could be installed. Install chromium, or name one in XIAONAO_CHROMIUM.'
  return { kind: 'none', reason }
}

/** Makes sure there is a browser for the page tests: the named one, an installed one, or one that is installed now. */
export function ensureBrowser(machine: Machine): Browser {
  const path = machine.find()
  if (path) {
    machine.say(`Browser: ${path}`)
    return withChineseFont(machine, { kind: 'installed', path })
  }
  if (machine.named) return { kind: 'none', reason: `XIAONAO_CHROMIUM names ${machine.named}, which is not a program.` }
  const browser = install(machine)
  return browser.kind === 'none' ? browser : withChineseFont(machine, browser)
}
