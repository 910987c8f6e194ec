import type { ShownCertificate } from '../../shared/contracts/deskRoom.ts'
import { dayTime } from '../ui/townTime.ts'
import { useWords } from '../ui/words.ts'
import { certificateNames } from './certificateNames.ts'
import { beginWords } from './words.ts'

const Names = ({ of }: { readonly of: string }) => (
  <>
    {certificateNames(of).map((name, at) => (
      <div key={at} {...(at > 0 && { className: 'xn-dim' })}>
        {name}
      </div>
    ))}
  </>
)

/** Whose it is, by whom, for how long, and how far the trust would go. */
export const CertificateFacts = ({ certificate }: { readonly certificate: ShownCertificate }) => {
  const t = useWords(beginWords)
  const { subject, issuer, validFrom, validTo, isAuthority } = certificate
  return (
    <dl className="xn-begin-facts">
      <dt>{t('subject')}</dt>
      <dd>
        <Names of={subject} />
      </dd>
      <dt>{t('issuer')}</dt>
      <dd>
        <Names of={issuer} />
      </dd>
      <dt>{t('validity')}</dt>
      <dd className="xn-num">{t('until', { from: dayTime(validFrom), to: dayTime(validTo) })}</dd>
      <dt>{t('what')}</dt>
      <dd>
        {t(isAuthority ? 'authority' : 'single')}
        <div className="xn-dim">{t(isAuthority ? 'authorityHint' : 'singleHint')}</div>
      </dd>
    </dl>
  )
}
