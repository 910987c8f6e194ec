import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'

const cwd = join(import.meta.dirname, '../..')
/** Types of one small program: the whole house's takes seconds to read, and the texts here import next to nothing of it. */
const eslint = new ESLint({
  cwd,
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project: './build/lint/oneFile.tsconfig.json' } } },
})
const slow = { timeout: 120_000 }

/** A text put in the place of a real file, because the rules that read types want a file that its tsconfig knows. */
async function caught(text: string, filePath = 'shared/domain/assertNever.ts'): Promise<readonly (string | null)[]> {
  const results = await eslint.lintText(text, { filePath: join(cwd, filePath) })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

const crimes: readonly (readonly [rule: string, text: string])[] = [
  ['house/no-default-export', 'export default 1'],
  ['house/no-barrel', "export * from './ids.ts'"],
  ['max-lines', 'export const line = 1\n'.repeat(251)],
  ['no-warning-comments', '// TODO: later\nexport const later = 1'],
  ['no-restricted-properties', 'export const now = Date.now()'],
  ['no-restricted-properties', 'export const chance = Math.random()'],
  ['no-restricted-syntax', 'export const now = new Date()'],
  ['no-restricted-globals', 'export const later = setTimeout'],
  ['@typescript-eslint/no-explicit-any', 'export const hole = (x: any) => x'],
  ['@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const hole = 1'],
  ['@typescript-eslint/consistent-type-imports', "import { Point } from './geo/point.ts'\nexport type P = Point"],
  ['@typescript-eslint/no-floating-promises', 'const save = async () => 1\nexport function go() {\n  save()\n}'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function say(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
  ],
]

test.each(crimes)('[H3] the domain: %s is caught', slow, async (rule, text) => {
  expect(await caught(text)).toContain(rule)
})

test('[H3] lawful domain code passes', slow, async () => {
  const lawful =
    "export function say(x: 'a' | 'b', now: number) {\n  switch (x) {\n    case 'a':\n      return now\n    case 'b':\n      return new Date(now)\n  }\n}\n"

  expect(await caught(lawful)).toEqual([])
})

test('[H3] the refusal of a clock tells the way out', slow, async () => {
  const [result] = await eslint.lintText('export const now = Date.now()', { filePath: join(cwd, 'shared/domain/assertNever.ts') })

  expect(result?.messages[0]?.message).toContain('take `now` as an argument')
})

/** Without types, so that a text can stand in a file that is not there. */
const untyped = new ESLint({ cwd, overrideConfig: tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'] & object })

async function caughtInPage(text: string, filePath: string): Promise<readonly (string | null)[]> {
  const results = await untyped.lintText(text, { filePath: join(cwd, filePath) })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

const pageCrimes: readonly (readonly [rule: string, text: string])[] = [
  ['no-restricted-imports', "import { io } from 'socket.io-client'\nexport const link = io()"],
  [
    'react-hooks/rules-of-hooks',
    "import { useState } from 'react'\nexport function Row({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}",
  ],
  ['react-hooks/purity', 'export function Row() {\n  return <b>{Date.now()}</b>\n}'],
]

test.each(pageCrimes)('[H3] a page: %s is caught', slow, async (rule, text) => {
  expect(await caughtInPage(text, 'renderer/features/triage/Row.tsx')).toContain(rule)
})

test('[H3] the feed may open a socket', slow, async () => {
  expect(await caughtInPage("import { io } from 'socket.io-client'\nexport const link = io()\n", 'renderer/feed/live.ts')).toEqual([])
})

test('[H3] a test that gives up after a second is caught, and told what to wait with', slow, async () => {
  const text = "import { vi } from 'vitest'\nvoid vi.waitFor(() => {})\n"
  const [result] = await untyped.lintText(text, { filePath: join(cwd, 'server/link/late.test.ts') })
  expect(result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
    expect.stringMatching(/^no-restricted-properties: .*eventually/),
  ])
})
