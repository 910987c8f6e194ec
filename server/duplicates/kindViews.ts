import type { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'

/** What different callers make of one matter: the smell is gas to one and chemistry to the other. */
const views: readonly (readonly KindCode[])[] = [
  ['P11', 'C30', 'C38', 'C28', 'C34', 'C44'],
  ['P11', 'P12', 'C39'],
  ['P01', 'P04', 'P05', 'P06', 'P08', 'P12'],
  ['P04', 'P15', 'P16', 'P08'],
  ['P09', 'P10', 'P12', 'C19'],
  ['P13', 'C39', 'P12'],
  ['P14', 'C12', 'C16', 'C47', 'P08'],
  ['C33', 'C39', 'P12'],
  ['C31', 'C10', 'C37', 'C24', 'C34'],
  ['C32', 'C35', 'C37', 'C24'],
  ['C02', 'C03', 'C10', 'C27'],
  ['C18', 'C21', 'C44'],
  ['C20', 'C23', 'C03', 'C49'],
  ['C42', 'C48', 'P08', 'P12'],
  ['C30', 'C45'],
  ['P02', 'C01'],
]

const near = new Set(views.flatMap((view) => view.flatMap((a) => view.map((b) => `${a}+${b}`))))

/** Whether two different kinds may be two views of one matter. */
export const areViewsOfOne = (a: KindCode, b: KindCode): boolean => a !== b && near.has(`${a}+${b}`)
