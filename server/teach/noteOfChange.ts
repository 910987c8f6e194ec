import { scoresIn, shippedNumber, type Comparison, type ModelScores, type Share } from '../../shared/contracts/teaching.ts'

const named = (number: number) => (number === shippedNumber ? '出厂模型' : `${number} 号模型`)

const percent = ({ value, of }: Share) => (value === null ? '无' : `${Math.round(value * 100)}%(${of})`)

const said = ({ kindTop1, policeRecall, criticalRecall }: ModelScores) =>
  `类别对 ${percent(kindTop1)}，涉警识别 ${percent(policeRecall)}，危及生命识别 ${percent(criticalRecall)}`

type Change = { readonly from: number; readonly to: number; readonly comparison: Comparison | null }

/** What the journal keeps of a change: which model, in whose place, and what was known of both. */
export const noteOfChange = ({ from, to, comparison }: Change): string => {
  const of = (number: number) => {
    const known = scoresIn(comparison, number)
    return `${named(number)}（${known ? said(known) : '未测'}）`
  }
  return `研判改用 ${of(to)}，替换 ${of(from)}`
}
