import { useSyncExternalStore } from 'react'
import { withoutPass } from '../../shared/contracts/wallLink.ts'
import { useEscape } from '../ui/useEscape.ts'
import { ChooseWay } from './ChooseWay.tsx'
import { CompareCertificate } from './CompareCertificate.tsx'
import { FirstAccounts } from './FirstAccounts.tsx'
import type { BeginningStore } from './openBeginning.ts'
import { Ready } from './Ready.tsx'
import { StartingHere, Waiting } from './Waiting.tsx'
import type { WayProps } from './wayProps.ts'

type Props = Pick<WayProps, 'keepsPass'> & { readonly beginning: BeginningStore }

/** One step of the beginning at a time. */
export const BeginView = ({ beginning: { now, listen, send }, keepsPass }: Props) => {
  const { step } = useSyncExternalStore(listen, now)
  const back = () => send({ kind: 'went-back' })
  useEscape(back, step.at === 'looking' || step.at === 'comparing')
  switch (step.at) {
    case 'choosing':
    case 'looking':
      return <ChooseWay step={step} send={send} keepsPass={keepsPass} />
    case 'comparing':
    case 'trusting':
      return <CompareCertificate step={step} send={send} />
    case 'joining':
      return <Waiting what="joining" address={withoutPass(step.address)} />
    case 'starting':
      return <StartingHere town={step.town} />
    case 'ready':
      return step.begun ? <FirstAccounts begun={step.begun} trouble={step.trouble} send={send} /> : <Ready step={step} send={send} />
    case 'entering':
      return <Waiting what="entering" address={step.server} />
  }
}
