import { useEffect, useRef, type ReactNode } from 'react'

/**
 * The heading of a step, which takes the focus as the step comes: it is read out, and Tab goes on from there.
 *
 * No button has it, so that an Enter too many trusts nothing and skips no password.
 */
export const StepHead = ({ children }: { readonly children: ReactNode }) => {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <h1 ref={head} tabIndex={-1}>
      {children}
    </h1>
  )
}
