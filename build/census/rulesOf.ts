export type Rule = { readonly id: string; readonly says: string; readonly file: string }

const ruleLine = /^- \*\*([A-Z]{1,3}\d+)\*\* (.+)$/gm

/** The rules of one page of the behaviour book: lines like `- **J3** An event …`. */
export const rulesOf = (page: string, file: string): readonly Rule[] =>
  [...page.matchAll(ruleLine)].map(([, id = '', says = '']) => ({ id, says, file }))
