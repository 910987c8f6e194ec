import { Alert, Button, Input } from 'antd'
import { useId } from 'react'
import { useWords } from '../ui/words.ts'
import { mayTrust, type BeginEvent, type Step } from './beginning.ts'
import { CertificateFacts } from './CertificateFacts.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { isProven, proofLength } from './fingerprintLines.ts'
import { StepHead } from './StepHead.tsx'
import { beginWords } from './words.ts'

type Comparing = Extract<Step, { at: 'comparing' }>
type Props = { readonly step: Extract<Step, { at: 'comparing' | 'trusting' }>; readonly send: (event: BeginEvent) => void }

/** The end of the fingerprint from the sheet, asked for where another certificate was trusted before: a habit does not type it. */
const Proof = ({ step: { proof, shown }, send }: { readonly step: Comparing; readonly send: Props['send'] }) => {
  const t = useWords(beginWords)
  const id = useId()
  const isWrong = proof.replace(/[^0-9A-Za-z]/g, '').length >= proofLength && !isProven(shown.certificate.fingerprint, proof)
  return (
    <div className="xn-begin-proof">
      <label htmlFor={id}>{t('proof', { count: proofLength })}</label>
      <Input
        id={id}
        size="large"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={proof}
        {...(isWrong && { status: 'error', 'aria-invalid': true, 'aria-describedby': `${id}-wrong` })}
        onChange={({ target }) => send({ kind: 'proof-typed', proof: target.value })}
      />
      {isWrong && (
        <p id={`${id}-wrong`} role="alert">
          {t('proofWrong', { count: proofLength })}
        </p>
      )}
    </div>
  )
}

/** A certificate that nobody here trusts yet: compared with the sheet, aloud, before anything is believed. */
export const CompareCertificate = ({ step, send }: Props) => {
  const t = useWords(beginWords)
  const { server, certificate, isChanged } = step.shown
  const isTrusting = step.at === 'trusting'
  return (
    <div className="xn-begin-step xn-begin-compare">
      <StepHead>{t('compareTitle')}</StepHead>
      {isChanged && <Alert type="error" showIcon role="alert" title={t('changedTitle')} description={t('changedHint')} />}
      {step.at === 'comparing' && step.isAgain && <Alert type="warning" showIcon role="alert" title={t('againHint')} />}
      <p>{t('compareLead', { server })}</p>
      <div className="xn-begin-certificate">
        <Fingerprint fingerprint={certificate.fingerprint} />
        <div>
          <CertificateFacts certificate={certificate} />
          {step.at === 'comparing' && isChanged && <Proof step={step} send={send} />}
        </div>
      </div>
      <div className="xn-begin-answers">
        <Button size="large" onClick={() => send({ kind: 'went-back' })}>
          {t('dontTrust')} <kbd>Esc</kbd>
        </Button>
        <Button
          size="large"
          type="primary"
          danger={isChanged}
          disabled={step.at === 'comparing' && !mayTrust(step)}
          onClick={() => send({ kind: 'certificate-trusted' })}
        >
          {t(isTrusting ? 'trusting' : 'trust')}
        </Button>
      </div>
    </div>
  )
}
