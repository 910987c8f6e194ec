import { describe, expect, test } from 'vitest'
import { passwordFlaw } from './passwords.ts'
import { worstPasswords } from './worstPasswords.ts'

const admin = { id: 'admin', name: '管理员' }
const flawOf = (password: string, account: { readonly id: string; readonly name: string } = { id: 'li.wei', name: '李伟' }) =>
  passwordFlaw(password, account)

describe('which passwords are refused', () => {
  test.each(['adminadmin', 'Admin-Room-77', 'the.admin.of.all', 'ＡＤＭＩＮ-2026-x', '值班的管理员是我呀哈哈'])(
    '[P26] %s holds the account’s name',
    (password) => expect(flawOf(password, admin)).toBe('like-the-account'),
  )

  test('[P26] the name is found whatever stands between its parts; two letters alone are no name', () => {
    expect(flawOf('liwei-at-home')).toBe('like-the-account')
    expect(flawOf('my-li-wei-2026')).toBe('like-the-account')
    expect(flawOf('operator-of-7', { id: 'operator1', name: '沈佳' })).toBe('like-the-account')
    expect(flawOf('far-away-from-the-river', { id: 'far1', name: '远方' })).toBeNull()
    expect(flawOf('solid river bank', { id: 'li', name: '李' })).toBeNull()
  })

  test.each(['abcabcabcabc', '1212121212', 'aaaaaaaaaa', '江江江江江江江江江江', 'tideTideTIDE', 'moon99moon99', 'abcdabcdab'])(
    '[P26] %s is one piece over and over',
    (password) => expect(flawOf(password)).toBe('repeated'),
  )

  test('[P26] about a hundred of the worst are refused, in any case and with digits behind', () => {
    expect(new Set(worstPasswords).size).toBe(worstPasswords.length)
    expect(worstPasswords.length).toBeGreaterThanOrEqual(95)
    for (const one of worstPasswords) {
      const long = one.length < 10 ? `${one}20262026` : one
      expect([one, flawOf(long)]).not.toEqual([one, null])
      expect([one, flawOf(long.toUpperCase())]).not.toEqual([one, null])
    }
    expect(flawOf('Password2026')).toBe('too-common')
    expect(flawOf('woaini1314520')).toBe('too-common')
  })

  test.each(['tide-at-eighth-moon', 'nine brave herons', '钱江潮水八月十八最高', 'Xk7-pLq2_vN', 'moon over moon and tide'])(
    '[P26] %s is taken',
    (password) => expect(flawOf(password)).toBeNull(),
  )
})
