import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const wall = join(import.meta.dirname, '../../renderer/wall')
const sheets = readdirSync(wall).filter((name) => name.endsWith('.css'))
const css = sheets.map((sheet) => readFileSync(join(wall, sheet), 'utf8')).join('\n')

/** In hundredths of the picture's width, which is 16:9 at most: 1.35 of them are 2.4 % of its height. */
const least = 1.35

test('[V23] every size of a text follows the wall’s own, and none is too small to be read from six metres', () => {
  const sizes = [...css.matchAll(/font-size:\s*([^;]+);/g)].map(([, size]) => size ?? '')
  expect(sizes.length).toBeGreaterThan(30)
  for (const size of sizes) {
    const factor = /^calc\(var\(--u\) \* ([\d.]+)\)$/.exec(size)?.[1]
    expect(Number(factor ?? 0), size).toBeGreaterThanOrEqual(least)
  }
  expect(least * 16).toBeCloseTo(2.4 * 9, 5)
})

test('[V23] there is no cursor, nothing to scroll, and one length that fits any picture', () => {
  expect(css).toContain('--u: min(1vw, 1.7778vh)')
  expect(css).toContain('cursor: none')
  expect(css).not.toMatch(/overflow(-[xy])?:\s*(auto|scroll)/)
})
