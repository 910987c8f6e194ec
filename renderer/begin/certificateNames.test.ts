import { expect, test } from 'vitest'
import { certificateNames } from './certificateNames.ts'
import { fingerprintLines } from './fingerprintLines.ts'
import { fingerprint } from './testing/looks.ts'

test('[Y4] a fingerprint is read in four lines of four groups, in its order and whole', () => {
  const lines = fingerprintLines(fingerprint)
  expect(lines.map((groups) => groups.length)).toEqual([4, 4, 4, 4])
  expect(lines[0]).toEqual(['A3:0F', '5B:C2', '19:7E', 'D4:88'])
  expect(lines.flat().join(':')).toBe(fingerprint)
})

test('[Y4] a certificate is called by its own name first, then by whose it is', () => {
  expect(certificateNames('C=CN\nO=四季江街道办事处\nOU=指挥室\nCN=room.example')).toEqual(['room.example', '四季江街道办事处', '指挥室'])
  expect(certificateNames('CN=a=b\nO=')).toEqual(['a=b'])
})

test('[Y4] a certificate without a name is shown as it is', () => {
  expect(certificateNames('C=CN\nL=杭州')).toEqual(['C=CN', 'L=杭州'])
  expect(certificateNames('')).toEqual([])
})
