import { z } from 'zod'
import { longestText } from '../../../shared/domain/incident/report.ts'
import { checked, wordsBodyLimit, type Adapter, type Read } from '../adapter.ts'
import { degrees, Frame, outsidePoint } from '../outsidePoint.ts'
import { timeField, timeWarnings } from '../outsideTime.ts'
import type { Warning } from '../problem.ts'
import { maybeWords, outsideNumber, phoneNumber, words, wordsOrNull } from '../words.ts'

/** 警网协同推送: an order of the 110 centre, field names as the centre's own systems have them. */
export const Form110 = z.object({
  jjdbh: outsideNumber.meta({ description: '接警单编号 · order number, at most 64 characters' }),
  bjsj: timeField.meta({ description: '报警时间（北京时间）· when the call came, China time' }),
  bjr: wordsOrNull(40).meta({ description: '报警人 · caller' }),
  bjdh: phoneNumber.meta({ description: '报警电话 · caller’s number' }),
  bjnr: words(longestText).meta({ description: '报警内容，最多 4,000 字 · what was said' }),
  sfdz: maybeWords(200).meta({ description: '事发地址 · place in words' }),
  jd: degrees.meta({ description: '经度 · longitude, degrees' }),
  wd: degrees.meta({ description: '纬度 · latitude, degrees' }),
  zbx: Frame.nullish().meta({ description: '坐标系，默认 WGS84 · coordinate system' }),
  bjlxdm: wordsOrNull(12).meta({ description: '报警类型代码（六位国标码）· national kind code' }),
})
export type Form110 = z.output<typeof Form110>

const code110 = (code: string | null): { readonly code: string | null; readonly warnings: readonly Warning[] } => {
  if (code === null || /^[0-9]{6}$/.test(code)) return { code, warnings: [] }
  const zh = '不是六位数字代码，未采用'
  return { code: null, warnings: [{ field: 'bjlxdm', reason: 'unknown-code', zh, en: 'is not a code of six digits; not used' }] }
}

const read110 = (form: Form110, now: number): Read => {
  const where = outsidePoint(form.jd, form.wd, form.zbx ?? 'WGS84', { lon: 'jd', lat: 'wd' })
  if (!where.ok) return where
  const kind = code110(form.bjlxdm)
  return {
    ok: true,
    outsideId: form.jjdbh,
    report: {
      channel: '110',
      outsideId: form.jjdbh,
      saidAt: form.bjsj,
      text: form.bjnr,
      caller: { name: form.bjr, phone: form.bjdh },
      placeText: form.sfdz,
      point: where.point,
      building: null,
      code110: kind.code,
      photos: [],
    },
    warnings: [...timeWarnings('bjsj', form.bjsj, now), ...where.warnings, ...kind.warnings],
  }
}

const example = {
  jjdbh: '330102202611220931550018',
  bjsj: '2026-11-22 09:31:55',
  bjr: '王女士',
  bjdh: '13800000018',
  bjnr: '楼上装修从早上七点一直敲到现在，家里有小孩在睡觉，说了也不听。',
  sfdz: '钱江路58号太和广场3幢1205',
  jd: 120.2109,
  wd: 30.2467,
  zbx: 'GCJ02',
  bjlxdm: '600900',
}

export const adapter110: Adapter = {
  channel: '110',
  titleZh: '110 警网协同推送',
  titleEn: 'Orders pushed by the 110 centre',
  form: Form110,
  examples: {
    full: { summary: '完整警单 · all fields', value: example },
    least: {
      summary: '最少字段 · least',
      value: { jjdbh: '330102202611220940120021', bjsj: '20261122094012', bjnr: '有人在河边钓鱼掉进水里了，快来！' },
    },
  },
  bodyLimit: wordsBodyLimit,
  // A busy city centre's peak for one town is a few calls a second; a resend after a cut comes all at once.
  most: { max: 40, timeWindowMs: 1_000 },
  read: (body, { now }) => checked(Form110, body, (form) => read110(form, now)),
}
