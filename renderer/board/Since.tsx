import { memo } from 'react'
import { span } from '../ui/townTime.ts'
import { useNow } from './room.tsx'

/** How long ago something was, counting; alone in being drawn again each second. */
export const Since = memo(({ at }: { readonly at: number }) => span(useNow() - at))
Since.displayName = 'Since'
