import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import { house } from './house.js'

/** Messages of one house rule on one text. */
function said(rule: keyof typeof house.rules, code: string, filename = 'journal/append.js'): readonly string[] {
  const linter = new Linter({ cwd: '/town' })
  return linter
    .verify(code, [{ plugins: { house }, rules: { [`house/${rule}`]: 'error' } }], `/town/${filename}`)
    .map(({ message }) => message)
}

test.each(['export default 1', 'const a = 1\nexport { a as default }'])('[H3] no-default-export: "%s" is refused', (code) => {
  expect(said('no-default-export', code)).toEqual([expect.stringContaining('Export it by name')])
})

test('[H3] no-default-export: a named export passes', () => {
  expect(said('no-default-export', 'export const a = 1')).toEqual([])
})

test.each(["export * from './a.js'", "export { a } from './a.js'\nexport { b } from './b.js'"])(
  '[H3] no-barrel: "%s" is refused',
  (code) => {
    expect(said('no-barrel', code)).toEqual([expect.stringContaining('only hands on')])
  },
)

test.each(["export { a } from './a.js'\nexport const b = 1", 'export const b = 1', ''])('[H3] no-barrel: "%s" passes', (code) => {
  expect(said('no-barrel', code)).toEqual([])
})

test.each(['utils/append.js', 'journal/helpers.js', 'journal/index.js', 'journal/types.test.js'])(
  '[H3] no-vague-name: %s is refused',
  (path) => {
    expect(said('no-vague-name', 'export const a = 1', path)).toEqual([expect.stringContaining('names a drawer')])
  },
)

test.each(['journal/append.js', 'journal/commonGround.js'])('[H3] no-vague-name: %s passes', (path) => {
  expect(said('no-vague-name', 'export const a = 1', path)).toEqual([])
})
