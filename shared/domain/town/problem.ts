/** What is wrong with a town file, and where: `grids[3].community`. */
export type Problem = { readonly path: string; readonly zh: string; readonly en: string }

/** `['grids', 3, 'community']` as `grids[3].community`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? String(part) : `.${String(part)}`)).join('')
