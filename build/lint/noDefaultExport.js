/**
 * One thing, one name: a default export can be called anything at the importing side.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noDefaultExport = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { named: 'Export it by name: a default export is called something else in every file that imports it.' },
  },
  create: (context) => ({
    ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'named' }),
    'ExportSpecifier[exported.name="default"]': (/** @type {import('estree').Node} */ node) => context.report({ node, messageId: 'named' }),
  }),
}
