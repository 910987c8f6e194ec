/**
 * A file that only hands on what other files export hides where things live and draws every import into a knot.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noBarrel = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { barrel: 'This file only hands on other files. Import from the file that has the thing.' },
  },
  create: (context) => ({
    ExportAllDeclaration: (node) => context.report({ node, messageId: 'barrel' }),
    'Program:exit': (node) => {
      const [first, ...rest] = node.body
      const handsOn = (/** @type {import('estree').Node} */ line) => line.type === 'ExportNamedDeclaration' && line.source != null
      if (first && [first, ...rest].every(handsOn)) context.report({ node: first, messageId: 'barrel' })
    },
  }),
}
