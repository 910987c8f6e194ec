import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, loadConfigFromFile } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { pagesOf } from './pagesOf.js'

const root = join(import.meta.dirname, '../..')
const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=/i

test('[H11] inline scripts and handlers are recognised, linked scripts are not', () => {
  expect('<script>go()</script>').toMatch(inlineScript)
  expect('<script type="module">go()</script>').toMatch(inlineScript)
  expect('<body onload="go()">').toMatch(inlineScript)
  expect('<script type="module" src="/a.js"></script>').not.toMatch(inlineScript)
})

test('[H11] no page is written with an inline script', () => {
  for (const html of Object.values(pagesOf(join(root, 'renderer')))) expect(readFileSync(html, 'utf8'), html).not.toMatch(inlineScript)
})

test('[H11] the build adds no inline script: two pages that share a module', { timeout: 60_000 }, async () => {
  const tree = mkdtempSync(join(tmpdir(), 'pages-'))
  onTestFinished(() => rmSync(tree, { recursive: true, force: true }))
  for (const page of ['console', 'field']) {
    mkdirSync(join(tree, page))
    writeFileSync(join(tree, page, 'index.html'), '<!doctype html><script type="module" src="./page.ts"></script>')
    writeFileSync(
      join(tree, page, 'page.ts'),
      "import { shared } from '../shared.ts'\nvoid import('../later.ts')\ndocument.title = shared\n",
    )
  }
  writeFileSync(join(tree, 'shared.ts'), 'export const shared = location.href\n')
  writeFileSync(join(tree, 'later.ts'), 'document.body.id = "later"\n')

  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'))
  const ours = loaded?.config.build
  // The inputs are exchanged, not merged: the product's own pages lie outside of this tree.
  const built = await build({
    ...loaded?.config,
    configFile: false,
    root: tree,
    logLevel: 'silent',
    build: { ...ours, outDir: join(tree, 'dist'), rolldownOptions: { ...ours?.rolldownOptions, input: pagesOf(tree) } },
  })

  const files = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
  const htmls = files.filter((file) => file.fileName.endsWith('.html'))
  expect(htmls.map(({ fileName }) => fileName).toSorted()).toEqual(['console/index.html', 'field/index.html'])
  for (const html of htmls) expect('source' in html ? String(html.source) : '').not.toMatch(inlineScript)
})
