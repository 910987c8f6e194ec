import ts from 'typescript'

export type Quote = { readonly id: string; readonly file: string }

const titled = new Set(['test', 'it', 'describe', 'suite'])
const notRun = new Set(['skip', 'todo', 'fixme', 'fails', 'fail'])
const bracket = /\[([A-Z]{1,3}\d+(?:[ ,、]+[A-Z]{1,3}\d+)*)\]/g

/** `test.each(table)` and `test.prop([…])` are calls of calls: the words of the whole chain, outermost last. */
function chain(callee: ts.Expression): readonly string[] {
  if (ts.isIdentifier(callee)) return [callee.text]
  if (ts.isPropertyAccessExpression(callee)) return [...chain(callee.expression), callee.name.text]
  if (ts.isCallExpression(callee)) return chain(callee.expression)
  if (ts.isTaggedTemplateExpression(callee)) return chain(callee.tag)
  return []
}

function titleOf(call: ts.CallExpression): string {
  const [root, ...rest] = chain(call.expression)
  const [title] = call.arguments
  if (!root || !titled.has(root) || rest.some((word) => notRun.has(word))) return ''
  return title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)) ? title.getText() : ''
}

const idsIn = (title: string): readonly string[] => [...title.matchAll(bracket)].flatMap(([, ids = '']) => ids.split(/[ ,、]+/))

/**
 * The rule ids quoted by the titles of running tests in one file: `test('[J3] …')`, `test('[J3, J4] …')`, `describe('[J] …')`.
 * Skipped tests quote nothing, because a rule that nobody checks is not checked.
 */
export function quotesOf(source: string, file: string): readonly Quote[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(...idsIn(titleOf(node)))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))
  return found.map((id) => ({ id, file }))
}
