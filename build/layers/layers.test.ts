import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../.dependency-cruiser.js'
import { cruise } from './cruise.ts'
import { unseen } from './unseen.ts'

const { caught } = cruise(join(import.meta.dirname, 'broken'), ['.'])

test('[H1] a tree where every layer rule is broken: each crime is caught, the lawful files are left alone', () => {
  expect(caught.map(({ file, rule }) => `${file}: ${rule}`).toSorted()).toMatchInlineSnapshot(`
    [
      "bench/measure.ts: nothing-unresolved",
      "bench/reaches-into-a-page.ts: tools-look-from-outside",
      "main/windows/asks-the-server.ts: processes-meet-in-shared",
      "main/windows/knows-a-neighbour.ts: main-modules-are-strangers",
      "main/windows/knows-the-whole.ts: main-is-composed-once",
      "main/windows/knows-the-whole.ts: main-modules-are-strangers",
      "renderer/console/chicken.ts: no-circles",
      "renderer/features/watch-map/asks-a-neighbour.ts: features-are-strangers",
      "renderer/features/watch-map/asks-the-server.ts: processes-meet-in-shared",
      "renderer/features/watch-map/bundles-a-stranger.ts: pages-bundle-what-is-listed",
      "renderer/features/watch-map/knows-its-page.ts: pages-are-the-top",
      "renderer/features/watch-map/knows-the-engine.ts: one-door-to-the-map-engine",
      "renderer/features/watch-map/opens-a-socket.ts: one-door-to-each-wire",
      "renderer/features/watch-map/reaches-electron.ts: only-the-desktop-knows-electron",
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

test('[H1] every layer rule is broken by at least one file, so that none of them can go blind unseen', () => {
  expect(new Set(caught.map(({ rule }) => rule))).toEqual(new Set(config.forbidden?.map(({ name }) => name)))
})

const tree = Array.from({ length: 50 }, (_, at) => `shared/file${at}.ts`)

test('[H2] a gate that has read nine of ten files on disk sees; one that has read fewer is blind to the rest', () => {
  expect(unseen(tree, tree)).toEqual([])
  expect(unseen(tree, tree.slice(5))).toEqual([])
  expect(unseen(tree, tree.slice(6))).toEqual(tree.slice(0, 6))
  expect(unseen(tree, ['elsewhere.ts'])).toEqual(tree)
})

test('[H2] a gate that looks where hardly any file is has gone blind, whatever it read', () => {
  expect(unseen([], [])).not.toEqual([])
  expect(unseen(tree.slice(0, 40), tree)).not.toEqual([])
})
