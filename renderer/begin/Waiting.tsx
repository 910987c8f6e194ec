import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../ui/words.ts'
import type { Town } from './beginning.ts'
import { StepHead } from './StepHead.tsx'
import { beginWords } from './words.ts'

/** A start that takes longer than this is worth a word. */
const longSeconds = 45
/** Nobody tells the page when the file has been chosen. */
const long = { example: 'startingLong', own: 'startingOwnLong' } as const

const useSecondsHere = (): number => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}

export const Waiting = ({ what, address }: { readonly what: 'joining' | 'entering'; readonly address: string }) => {
  const t = useWords(beginWords)
  return (
    <div className="xn-begin-step xn-begin-waiting" role="status">
      <Spin size="large" />
      <StepHead>{t(what, { address })}</StepHead>
    </div>
  )
}

/** The server of this machine starts: how long it has taken, and that it goes on. */
export const StartingHere = ({ town }: { readonly town: Town }) => {
  const t = useWords(beginWords)
  const seconds = useSecondsHere()
  return (
    <div className="xn-begin-step xn-begin-waiting">
      <Spin size="large" />
      <StepHead>{t(town === 'own' ? 'startingOwn' : 'startingExample')}</StepHead>
      {town === 'own' && <p>{t('startingOwnHint')}</p>}
      <p role="status">{t(seconds < longSeconds ? 'startingHint' : long[town])}</p>
      <p className="xn-dim xn-num">{t('seconds', { seconds })}</p>
    </div>
  )
}
