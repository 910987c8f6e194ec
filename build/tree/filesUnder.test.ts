import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from './filesUnder.js'

test('[H2] files are found below every folder, without what is installed, built or broken on purpose', () => {
  const root = mkdtempSync(join(tmpdir(), 'tree-'))
  for (const path of [
    'server/a.ts',
    'server/x/b.ts',
    'server/node_modules/z/c.ts',
    'server/dist/d.ts',
    'build/layers/broken/e.ts',
    'other/f.ts',
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }

  expect(filesUnder(root, ['server', 'build', 'missing'])).toEqual(['server/a.ts', 'server/x/b.ts'])
})
