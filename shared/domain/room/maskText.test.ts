import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskPhone, maskText } from './maskText.ts'

const identities = ['33010219900307123X', '330102199003071234']
const mobiles = ['13812345678', '+8613987654321', '139-1234-5678', '１３８１２３４５６７８']
const zero = '\u200b'

describe('masking a text', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['电话:13812345678。', '电话:138****5678。'],
    ['+8613812345678', '+86138****5678'],
    ['138-1234-5678', '138-****-5678'],
    ['138 1234 5678 或 13900001111', '138 **** 5678 或 139****1111'],
    ['身份证33010219900307123x在此', '身份证330102********123x在此'],
    ['警单330102202611220931550018', '警单330102202611220931550018'],
    ['12345', '12345'],
    ['', ''],
  ])('[W15] %s is shown as %s', (said, shown) => expect(maskText(said)).toBe(shown))

  test.each([
    ['138-1234-567８', '138-****-567８'],
    [`138${zero}1234${zero}5678`, `138${zero}****${zero}5678`],
    [[...'13812345678'].join(zero), [...'138****5678'].join(zero)],
    ['1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '1️⃣3️⃣8️⃣*️⃣*️⃣*️⃣*️⃣5️⃣6️⃣7️⃣8️⃣'],
    ['1 3 8 1 2 3 4 5 6 7 8', '1 3 8 * * * * 5 6 7 8'],
    ['(138)12345678', '(138)****5678'],
    ['138 - 1234 - 5678', '138 - **** - 5678'],
    ['1381234 5678', '138**** 5678'],
    ['1381 2345 678', '138* ***5 678'],
    ['013812345678', '0138****5678'],
    ['找张三13812345678，一定要快', '找张三138****5678，一定要快'],
    ['3幢1205 13812345678', '3幢1205 138****5678'],
    ['1305 138 1234 5678', '1305 138 **** 5678'],
    ['电话一三八一二三四五六七八', '电话一三八****五六七八'],
    ['幺三八 一二三四 五六七八', '幺三八 **** 五六七八'],
  ])('[I64] a mobile written as %s is shown as %s', (said, shown) => expect(maskText(said)).toBe(shown))

  test.each([
    ['家里0571-87654321', '家里0571-******21'],
    ['（0571）8765 4321', '（0571）**** **21'],
    ['057187654321', '0571******21'],
    ['010-87654321转801', '010-******21转801'],
    ['0579-8765432', '0579-*****32'],
    ['+86 571 8765-4321', '+86 571 ****-**21'],
    ['Tel-0571-87654321', 'Tel-0571-******21'],
    ['０５７１－８７６５４３２１', '０５７１－******２１'],
    [`0571-8765${zero}4321`, `0571-****${zero}**21`],
    ['零五七一八七六五四三二一', '零五七一******二一'],
    ['电话87654321', '电话******21'],
    ['座机是8765432。', '座机是*****32。'],
    ['让我们打8765 4321找他', '让我们打**** **21找他'],
    ['拨 87654321', '拨 ******21'],
    ['call me: 87654321', 'call me: ******21'],
    ['Phone number 87654321', 'Phone number ******21'],
    ['电话八七六五四三二一', '电话******二一'],
    ['座机87654321、87654322/87654323', '座机******21、******22/******23'],
    ['8765-4321', '****-**21'],
  ])('[I65] the landline in %s is shown as %s', (said, shown) => expect(maskText(said)).toBe(shown))

  test.each([
    ['330102199003071234', '330102********1234'],
    ['330102 19900307 123X', '330102 ******** 123X'],
    [`330102${zero}19900307123X`, `330102${zero}********123X`],
    ['３３０１０２１９９００３０７１２３Ｘ', '３３０１０２********１２３Ｘ'],
    ['身份证号：123456789012345678', '身份证号：123456********5678'],
  ])('[I64] the identity %s is shown as %s', (said, shown) => expect(maskText(said)).toBe(shown))

  const harmless = [
    ...[
      '110',
      '119',
      '120',
      '12345',
      '96345',
      '拨打110',
      '打96110或12345',
      '电话 114',
      '拨打400-800-1234',
      '打4008001234',
      '电话400-8001-234',
    ],
    ...['临江路58号', '3幢1205', '13-2-1501室', '3幢3201-3204', '8201-8204室', '2号楼1单元1502', '八一路一五八号'],
    ...[
      '2026-03-02 09:15:22',
      '20260302 0915',
      '08:30-17:30',
      '19:30',
      '来电2026-3-2 9:15',
      '来电时间20260302',
      '0830 20260302',
      '2019-2026',
      '130 2021-01-16',
      '1985-06-12 120',
    ],
    ...['120.22251,30.24412', '120.15515 30.2741', '30.27415 120.1551', 'E120.2225 N30.2441'],
    ...[
      '浙A12345',
      '浙A·D12345',
      '浙AD13812',
      '警单330102202611220931550018',
      'GD20260302000123',
      'E-1042',
      'R-10001',
      'DD-0312-2015-6789',
    ],
    ...[
      '工单号202603021234567',
      '订单123456789012345678',
      '赔偿3000-5000',
      '拨款50000000元',
      '损失12000元',
      '三十一二岁',
      '第一、三、五栋',
    ],
  ]
  test.each(harmless)('[I66] %s stays as it is', (said) => expect(maskText(said)).toBe(said))
  test('[I66] such words stay as they are beside each other, too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...harmless), { minLength: 1, maxLength: 6 }), (parts) => {
        expect(maskText(parts.join('，'))).toBe(parts.join('，'))
      }),
    )
  })
  test('[I66] a text without a number stays as it is', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((one) => !/[0-9０-９〇零○一二三四五六七八九幺]/.test(one))
    fc.assert(fc.property(text, (said) => maskText(said) === said))
  })

  test('[W15] masking keeps the length and is done once, whatever the text', () => {
    const secrets = [...mobiles, ...identities, '0571-87654321', '电话87654321']
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789１３８一三八- .*()电话'), maxLength: 40 })
    const pieces = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...secrets), fc.nat().map(String), digits), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(pieces, fc.constantFrom('', ' ', '，'), (parts, between) => {
        const masked = maskText(parts.join(between))
        expect(masked.length).toBe(parts.join(between).length)
        expect(maskText(masked)).toBe(masked)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Everything that may stand between the digits of a number, and every way to write one. */
const separators = [
  '',
  ' ',
  '-',
  '–',
  '—',
  '－',
  '.',
  '·',
  '_',
  '(',
  '）',
  '\t',
  '　',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
]
const forms = ['0123456789', '０１２３４５６７８９', '〇一二三四五六七八九', '零幺二三四五六七八九']
const plain = (text: string) =>
  [...text].map((char) => forms.map((form) => form.indexOf(char)).find((digit) => digit >= 0) ?? char).join('')
const onlySaid = (text: string) => [...text].filter((char) => !separators.includes(char)).join('')

const mobile = fc
  .tuple(fc.constantFrom(...'3456789'), fc.array(fc.constantFrom(...'0123456789'), { minLength: 9, maxLength: 9 }))
  .map(([second, rest]) => `1${second}${rest.join('')}`)
const between = fc.array(fc.constantFrom(...separators), { maxLength: 3 }).map((some) => some.join(''))
const written = fc
  .tuple(mobile, fc.array(fc.tuple(between, fc.constantFrom(...forms)), { minLength: 11, maxLength: 11 }))
  .map(([number, ways]) => {
    const text = [...number].map((digit, i) => `${i === 0 ? '' : ways[i]?.[0]}${ways[i]?.[1][Number(digit)]}`).join('')
    return { number, text }
  })
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '电话',
    '临江路58号3幢1205，',
    '120.2225,30.244 地点；',
    '找张三',
    '2026-03-02 09:15 来电：',
    'GD20260302：',
    '+86',
    '0571-87654321、',
    '',
  ),
)
/** Digits right before or behind would make it another, longer number. */
const runsOn = (before: string, after: string) =>
  /[0-9０-９][^\p{L}]*$/u.test(before.replace('+86', '')) || /^[^\p{L}]*[0-9０-９]/u.test(after)

test('[I64] of a mobile number, however it is written and whatever stands around it, never all digits are left', () => {
  fc.assert(
    fc.property(words, written, words, (before, { number, text }, after) => {
      fc.pre(!runsOn(before, after))
      const masked = maskText(`${before}${text}${after}`)
      expect(plain(onlySaid(masked))).not.toContain(number)
      expect(masked.startsWith(before.replace(/0571-87654321、$/, ''))).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  [null, null],
  ['13812345678', '138****5678'],
  ['0571-87654321', '057****4321'],
  ['87654321', '****21'],
  ['110', '****10'],
  ['138****5678', '138****5678'],
  ['13812345678*2', '138****5678*2'],
])('[W15] the number %s is shown as %s', (said, shown) => expect(maskPhone(said)).toBe(shown))

test('[W15] thousands of digits and gaps are masked like any text', () => {
  const nasty = ['1 3', '13\u200b', '一', '138-1234-', '电话8765 ', '0571 ', '\ufeff1', '13)(', '330102 1990']
  for (const piece of nasty) {
    const masked = maskText(piece.repeat(4_000))
    expect(masked.length).toBe(piece.length * 4_000)
  }
})
