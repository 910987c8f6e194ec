import { Input } from 'antd'
import { useState } from 'react'
import { minuteOf, timeOf } from './spanText.ts'

type Props = { readonly label: string; readonly minute: number; readonly onChange: (minute: number) => void }

/**
 * A time of the day in 24 hours, typed as `7:30`, `0730` or `07:30`.
 *
 * The browser's own field shows AM and PM wherever the machine's language says so; a roster is read out on the radio.
 */
export const TimeField = ({ label, minute, onChange }: Props) => {
  const [text, setText] = useState(timeOf(minute))
  const typed = minuteOf(text)
  // The minute may be set from elsewhere: the file's shifts were taken, or the row above was removed.
  const isMinute = typed === null || typed === minute % 1440
  return (
    <Input
      className="xn-time xn-num"
      aria-label={label}
      maxLength={5}
      value={isMinute ? text : timeOf(minute)}
      {...(typed === null && { status: 'error' })}
      onChange={({ target }) => {
        setText(target.value)
        const next = minuteOf(target.value)
        if (next !== null) onChange(next)
      }}
      onBlur={() => setText(timeOf(typed ?? minute))}
    />
  )
}
