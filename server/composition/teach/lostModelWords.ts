import { shippedNumber, type BrainState } from '../../../shared/contracts/teaching.ts'

/** What the person at the terminal is told when the model that was in force cannot be read. */
export const lostModelWords = (lost: BrainState['lost']): string | null => {
  if (!lost) return null
  const { number } = lost
  const isNamed = number !== null && number !== shippedNumber
  return (
    `${isNamed ? `${number} 号` : ''}研判模型读不到或已损坏，暂用出厂模型。请值班长在“管理 → 研判模型”中处理。\n` +
    `The brain's model${isNamed ? ` ${number}` : ''} is missing or damaged; the one that ships reads the reports. A supervisor can choose under Management → The brain's model.`
  )
}
