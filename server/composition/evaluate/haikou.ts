import type { KindCode } from '../../../shared/domain/taxonomy/taxonomy.ts'

/** An order of the 12345 hotline of Haikou: its text, the last of its three class levels, and whether it went to police. */
export type HaikouOrder = { readonly text: string; readonly class3: string; readonly police: boolean }

/**
 * Matters that the default taxonomy gives to the town's own people and Haikou's hotline to its traffic police: motor vehicles in the way or
 * parked wrongly and small scrapes, signals, and what people say of the flow of traffic. Shared bicycles and e-bikes are not among them.
 */
export const isPoliceInHaikou = (kind: KindCode, text: string): boolean => {
  if (kind === 'C19') return true
  if (kind === 'C18' || kind === 'C21') return !/单车|自行车|电动车|电瓶车|三轮/.test(text) || /机动车|小车|轿车|货车|琼/.test(text)
  if (kind === 'C24' || kind === 'E03' || kind === 'E02') return /红绿灯|信号灯|交通拥堵|堵车|拥堵|禁行|掉头|违停|加塞|交警/.test(text)
  return false
}

/** Licences, registers and fines: whoever asks about them is not a matter of police, though police answer. */
const licences =
  /户口|落户|居住证|身份证|驾驶证|驾照|驾考|科目[一二三四]|过户|上牌|车牌换|年检|年审|审验|违章|罚款|扣分|护照|签证|签注|入台证|通行证|无犯罪证明|车管|缴纳|预约|选号|摇号|暂住证|人才/
const asking = /咨询|电话|地址|流程|材料|怎么办理|如何办理/

/** Desks that report back on an order are no callers. */
const reportsBack = /来电反馈|工单(?:处理)?(?:结果|情况|信息)|工单页面/

/** How an order counts: as a matter, as an enquiry that police answer (told apart), or not at all. */
export const haikouSort = ({ text, class3, police }: HaikouOrder): 'matter' | 'enquiry' | 'desk' => {
  if (reportsBack.test(text)) return 'desk'
  if (police && (asking.test(text.slice(0, 12)) || licences.test(text) || /户口|签证|护照|审验|过户|信息查询/.test(class3)))
    return 'enquiry'
  return 'matter'
}
