import { useState } from 'react'
import { SetDesk } from '../features/set-desk/SetDesk.tsx'
import { LayoutsPart } from './parts.tsx'

/** This workstation's settings and window layouts, in the header of the desktop app. */
export const ThisDesk = () => {
  const [isArranging, setArranging] = useState(false)
  return (
    <>
      <SetDesk onLayouts={() => setArranging(true)} />
      {isArranging && <LayoutsPart onClose={() => setArranging(false)} />}
    </>
  )
}
