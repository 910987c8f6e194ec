import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../.dependency-cruiser.js'
import { filesUnder } from '../tree/filesUnder.js'
import { cruise } from './cruise.ts'

const root = join(import.meta.dirname, '../..')
const folders = ['shared', 'server', 'renderer', 'build', 'bench', 'e2e']
const slow = { timeout: 120_000 }

test('[H1] a tree where every layer rule is broken: each crime is caught, the lawful files are left alone', slow, () => {
  const { caught } = cruise(join(root, 'build/layers/broken'), ['.'])

  expect(caught.map(({ file, rule }) => `${file}: ${rule}`).toSorted()).toMatchInlineSnapshot(`
    [
      "bench/measure.ts: nothing-unresolved",
      "bench/reaches-into-a-page.ts: tools-look-from-outside",
      "renderer/console/chicken.ts: no-circles",
      "renderer/features/watch-map/asks-a-neighbour.ts: features-are-strangers",
      "renderer/features/watch-map/asks-the-server.ts: processes-meet-in-shared",
      "renderer/features/watch-map/knows-its-page.ts: pages-are-the-top",
      "renderer/features/watch-map/knows-the-engine.ts: one-door-to-the-map-engine",
      "renderer/features/watch-map/opens-a-socket.ts: one-door-to-each-wire",
      "renderer/features/watch-map/reads-a-file.ts: renderer-has-no-node",
      "renderer/field/borrows-from-the-console.ts: pages-are-the-top",
      "renderer/ui/knows-a-feature.ts: renderer-looks-down",
      "renderer/ui/ships-a-bench.ts: tools-stay-at-home",
      "server/route/asks-for-everyone.ts: composition-is-the-top",
      "server/route/asks-for-everyone.ts: server-modules-are-strangers",
      "server/route/asks-sqlite.ts: one-door-to-sqlite",
      "server/route/calls-a-neighbour.ts: server-modules-are-strangers",
      "server/route/imports-nothing.ts: nothing-unresolved",
      "server/route/opens-a-socket.ts: one-door-to-each-wire",
      "server/route/ships-a-dev-library.ts: ships-what-it-imports",
      "server/route/ships-a-fake.ts: testing-is-for-tests",
      "server/settings.ts: only-composition-knows-all",
      "shared/domain/has-sql.ts: shared-runs-anywhere",
      "shared/domain/has-sql.ts: sql-stays-in-the-server",
      "shared/domain/names-the-wire.ts: domain-knows-no-wire",
      "shared/domain/reads-a-file.ts: shared-runs-anywhere",
      "shared/domain/takes-a-library.ts: shared-runs-anywhere",
      "shared/domain/types-from-server.ts: shared-is-the-bottom",
      "shared/domain/types-from-server.ts: shared-runs-anywhere",
    ]
  `)
})

test('[H1] every layer rule is broken by at least one file, so that none of them can go blind unseen', slow, () => {
  const { caught } = cruise(join(root, 'build/layers/broken'), ['.'])

  expect(new Set(caught.map(({ rule }) => rule))).toEqual(new Set(config.forbidden?.map(({ name }) => name)))
})

test('[H2] the gate reads at least nine of ten TypeScript files on disk', slow, () => {
  const onDisk = filesUnder(root, folders).filter((path) => /[.]tsx?$/.test(path))
  const read = new Set(cruise(root, folders).files)

  const missed = onDisk.filter((path) => !read.has(path))

  expect(onDisk.length).toBeGreaterThan(40)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(onDisk.length / 10)
})
