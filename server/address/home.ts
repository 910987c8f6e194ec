import { homePlaceText } from '../../shared/domain/incident/homePlace.ts'
import type { Place } from '../../shared/domain/incident/report.ts'
import type { Candidate } from './candidates.ts'
import type { Door } from './parts.ts'

/** Where a caller lives, and who says so: the register, or an earlier report of the same number. */
export type Home = {
  readonly label: string
  readonly place: Omit<Place, 'text' | 'source'>
  readonly door: Door
  readonly known: 'registered' | 'earlier'
}

/** 我家, 我家楼下, 家里: not 他家, 朋友家里, 我家人, 家里人. */
const home =
  /(?<![他她它您你谁人友邻居儿女子爸妈娘亲公婆老戚东主别弟哥姐妹叔舅姨孙媳])(?:我们?自?己?家|俺家|咱家|自己家|我屋里|我们屋里|我住的(?:地方|楼|小区)|我这栋楼|我们这栋楼|我家这边)(?!(?:人|里人|属|长|具|电|伙|的?(?:人|狗|猫|孩子|老公|老婆|车|宝宝|小孩|亲戚)))(?:里|里面|楼下|楼上|门口|隔壁|这边|这里|这栋楼)?|(?<![他她它您你谁人友邻居儿女子爸妈娘亲公婆老戚东主别弟哥姐妹叔舅姨孙媳回搬厂国农酒皇娘婆店])家里(?!人|面人|的?(?:狗|猫|老人|孩子))(?:面)?/
const sureShare = 0.8
const earlierShare = 0.5
/** 楼下, 隔壁: at the house, not behind the door. */
const outside = /(?:楼下|楼上|隔壁|门口)$/

/** Whether the words speak of the caller's home. */
export const speaksOfHome = (text: string): boolean => home.test(text)

/** The caller's own address, when the caller speaks of home and it is known. */
export const homeIn = (text: string, known: Home | null): readonly Candidate[] => {
  const match = known ? home.exec(text) : null
  if (!known || !match) return []
  const [said] = match
  const start = match.index
  return [
    {
      place: { ...known.place, text: homePlaceText(known.label, said), source: 'brain' },
      label: known.label,
      confidence: known.known === 'registered' ? sureShare : earlierShare,
      span: [start, start + said.length],
      why: ['home', known.known],
      door: known.door,
      radiusM: outside.test(said) ? 60 : 25,
    },
  ]
}
