import { kindByCode, type Taxonomy } from '../../shared/domain/taxonomy/taxonomy.ts'

/** What people in buildings report most, in plain words; each is offered only where the town's taxonomy has its kind. */
const common = [
  { kind: 'C44', zh: '楼道堆物、消防通道被堵', en: 'Blocked stairs or fire exit' },
  { kind: 'C02', zh: '邻居太吵', en: 'Noisy neighbours' },
  { kind: 'C03', zh: '施工噪音', en: 'Construction noise' },
  { kind: 'C31', zh: '漏水、积水', en: 'Leak or flooding' },
  { kind: 'C33', zh: '电梯困人或故障', en: 'Lift stuck or broken' },
  { kind: 'C30', zh: '有燃气味', en: 'Smell of gas' },
  { kind: 'C18', zh: '车辆挡路', en: 'A car is in the way' },
  { kind: 'C23', zh: '垃圾、卫生', en: 'Rubbish or dirt' },
  { kind: 'C14', zh: '物业问题', en: 'Property management' },
  { kind: 'C27', zh: '犬只扰民', en: 'A dog' },
] as const

/** The quick choices of the citizen's page. */
export const commonChoices = (taxonomy: Taxonomy): readonly { readonly zh: string; readonly en: string }[] =>
  common.filter(({ kind }) => kindByCode(taxonomy, kind) !== undefined).map(({ zh, en }) => ({ zh, en }))
