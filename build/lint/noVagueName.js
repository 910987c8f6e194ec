import { basename, relative, sep } from 'node:path'

const vague = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'index', 'types', 'interfaces', 'constants'])

/**
 * A file is named for the one thing it exports; a drawer named "utils" only ever fills.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noVagueName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { vague: '"{{name}}" names a drawer, not a thing. Name the file and its folder for what they hold.' },
  },
  create: (context) => ({
    Program: (node) => {
      const folders = relative(context.cwd, context.filename).split(sep).slice(0, -1)
      const file = basename(context.filename).replace(/[.].*$/, '')
      const name = [...folders, file].find((part) => vague.has(part))
      if (name) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'vague', data: { name } })
    },
  }),
}
