const fullWidthOffset = 0xfee0

const narrow = (unit: string): string => {
  const code = unit.charCodeAt(0)
  if (unit === '\u3000') return ' '
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - fullWidthOffset) : unit
}

/** One sign for each thing people write in several ways; always one unit for one unit, so that offsets stay right. */
const same: Readonly<Record<string, string>> = {
  栋: '幢',
  棟: '幢',
  號: '号',
  樓: '楼',
  廈: '厦',
  廣: '广',
  場: '场',
  東: '东',
  園: '园',
  門: '门',
  橋: '桥',
}

/** The address as it is compared: half-width, lower case, 栋 as 幢; same length as the text, unit for unit. */
export const plainAddress = (text: string): string => {
  let plain = ''
  for (let i = 0; i < text.length; i++) {
    const unit = narrow(text.charAt(i))
    plain += same[unit] ?? (unit >= 'A' && unit <= 'Z' ? unit.toLowerCase() : unit)
  }
  return plain
}

const digits = '零一二三四五六七八九'

/** 五十八 → 58, 一百零二 → 102, 六〇二 → 602; null when it is no number below 10 000. */
export const chineseNumber = (text: string): number | null => {
  if (/^[0-9]{1,4}$/.test(text)) return Number(text)
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二').replaceAll('幺', '一').replaceAll('洞', '零')
  if (!/^[零一二三四五六七八九十百]{1,6}$/.test(plain)) return null
  if (!/[十百]/.test(plain)) return Number([...plain].map((one) => digits.indexOf(one)).join(''))
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain)
  if (!match) return null
  const digit = (one: string | undefined) => (one ? digits.indexOf(one) : 0)
  const tens = match[3] ? digit(match[2]) || 1 : 0
  return digit(match[1]) * 100 + tens * 10 + digit(match[4])
}
