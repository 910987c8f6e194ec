import { describe, expect, test } from 'vitest'
import { aCertificate, type Signed } from '../testing/certificates.ts'
import { judgeCertificate, shownCertificate, type TrustedCertificate } from './judgeCertificate.ts'

const now = Date.UTC(2027, 5, 1)
const host = 'room.example'
const authority = await aCertificate({ name: '街道指挥室', isAuthority: true })
const leaf = await aCertificate({ name: 'room', hosts: [host, '10.0.0.8', 'fd00::8'], by: authority })
const alone = await aCertificate({ name: 'alone', hosts: [host] })

const trust = ({ certificate, pem }: Signed, at = host): TrustedCertificate => ({ fingerprint: certificate.fingerprint256, pem, host: at })
const judge = (sent: readonly Signed[], trusted: readonly TrustedCertificate[], at = host, when = now) =>
  judgeCertificate(
    sent.map(({ certificate }) => certificate),
    at,
    trusted,
    when,
  )

describe('[G16] a certificate is believed', () => {
  test('when it is the one that was trusted', () => expect(judge([alone], [trust(alone)])).toBe('trusted'))
  test('when its authority was, sent along or not', () => {
    expect(judge([leaf, authority], [trust(authority)])).toBe('trusted')
    expect(judge([leaf], [trust(authority)])).toBe('trusted')
  })
  test('when the authority made a new one for the same room', async () => {
    const next = await aCertificate({ name: 'room', hosts: [host], by: authority })
    expect(judge([next], [trust(authority)])).toBe('trusted')
  })
  test.each(['10.0.0.8', 'fd00::8'])('for an address as for a name: %s', (at) =>
    expect(judge([leaf], [trust(authority, at)], at)).toBe('trusted'),
  )
})

describe('[G16] a certificate is not believed', () => {
  test('when nobody trusts it', () => expect(judge([leaf, authority], [])).toBe('untrusted'))
  test('when nothing is shown', () => expect(judge([], [trust(alone)])).toBe('untrusted'))
  test('when it was trusted for another host', () => expect(judge([alone], [trust(alone, 'other.example')])).toBe('untrusted'))
  test.each(['other.example', '10.0.0.9', 'fd00::9', 'exa mple', ''])('for another name: %s', (at) =>
    expect(judge([leaf, authority], [trust(authority, at)], at)).toBe('other-name'),
  )
  test('before and after its dates', () => {
    expect(judge([alone], [trust(alone)], host, Date.UTC(2025, 0, 1))).toBe('ran-out')
    expect(judge([alone], [trust(alone)], host, Date.UTC(2060, 0, 1))).toBe('ran-out')
  })
  test('when its authority has run out, though it has not', async () => {
    const old = await aCertificate({ name: 'old', isAuthority: true, validTo: Date.UTC(2026, 11, 1) })
    const under = await aCertificate({ name: 'room', hosts: [host], by: old })
    expect(judge([under, old], [trust(old)])).toBe('ran-out')
    expect(judge([under], [trust(old)])).toBe('untrusted')
  })
  test('when it only names the authority, but is not signed by it', async () => {
    const forger = await aCertificate({ name: '街道指挥室', isAuthority: true })
    const forged = await aCertificate({ name: 'room', hosts: [host], by: forger })
    expect(judge([forged, authority], [trust(authority)])).toBe('untrusted')
    expect(judge([forged], [trust(authority)])).toBe('untrusted')
  })
  test('when what signed it is no authority', async () => {
    const under = await aCertificate({ name: 'room', hosts: [host], by: alone })
    expect(judge([under, alone], [trust(alone)])).toBe('untrusted')
    expect(judge([under], [trust(alone)])).toBe('untrusted')
  })
  test('because a trusted one is sent behind it that has nothing to do with it', () => {
    expect(judge([leaf, alone], [trust(alone)])).toBe('untrusted')
  })
  test('by a trust whose certificate cannot be read any more, which spoils no other trust', () => {
    const broken = { fingerprint: authority.certificate.fingerprint256, pem: 'half a file', host }
    expect(judge([leaf], [broken])).toBe('untrusted')
    expect(judge([leaf], [broken, trust(authority)])).toBe('trusted')
  })
})

describe('[G17] shown to be trusted', () => {
  test('is the authority that the server sends along', () => {
    const seen = shownCertificate([leaf.certificate, authority.certificate])
    expect(seen?.shown).toMatchObject({ fingerprint: authority.certificate.fingerprint256, subject: 'CN=街道指挥室', isAuthority: true })
    expect(seen?.pem.trim()).toBe(authority.certificate.toString().trim())
  })
  test.each([
    ['that stands alone', [alone.certificate]],
    ['whose authority is not sent', [leaf.certificate]],
    ['behind which a stranger is sent', [leaf.certificate, alone.certificate]],
  ])('is the one certificate %s', (_, sent) =>
    expect(seenFingerprint(sent)).toEqual({ fingerprint: sent[0]?.fingerprint256, isAuthority: false }),
  )
  test('is nothing where nothing is sent', () => expect(shownCertificate([])).toBeNull())
})

const seenFingerprint = (sent: Parameters<typeof shownCertificate>[0]) => {
  const shown = shownCertificate(sent)?.shown
  return shown && { fingerprint: shown.fingerprint, isAuthority: shown.isAuthority }
}
