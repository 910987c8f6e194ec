import { z } from 'zod'
import { longestText } from '../../../shared/domain/incident/report.ts'
import { checked, wordsBodyLimit, type Adapter, type Read } from '../adapter.ts'
import { degrees, Frame, outsidePoint } from '../outsidePoint.ts'
import { timeField, timeWarnings } from '../outsideTime.ts'
import { maybeWords, outsideNumber, phoneNumber, words, wordsOrNull } from '../words.ts'

/** 12345 工单: a work order of the government hotline, in the same spirit as the 110 order. */
export const Form12345 = z
  .object({
    gdbh: outsideNumber.meta({ description: '工单编号 · work order number, at most 64 characters' }),
    slsj: timeField.meta({ description: '受理时间（北京时间）· when the hotline took it, China time' }),
    lxr: wordsOrNull(40).meta({ description: '联系人 · caller' }),
    lxdh: phoneNumber.meta({ description: '联系电话 · caller’s number' }),
    bt: maybeWords(100).meta({ description: '工单标题 · title' }),
    sqlb: maybeWords(60).meta({ description: '诉求类别，如“投诉/环境噪声” · category in the hotline’s words' }),
    nr: words(longestText).meta({ description: '诉求内容，最多 4,000 字 · what was said' }),
    sjdz: maybeWords(200).meta({ description: '事件地址 · place in words' }),
    jd: degrees.meta({ description: '经度 · longitude, degrees' }),
    wd: degrees.meta({ description: '纬度 · latitude, degrees' }),
    zbx: Frame.nullish().meta({ description: '坐标系，默认 WGS84 · coordinate system' }),
  })
  .meta({ description: '12345 政务服务便民热线工单 · work order of the 12345 hotline' })
export type Form12345 = z.output<typeof Form12345>

/** Title and category stand before the words, since both help to say what it is. */
const textOf = ({ bt, sqlb, nr }: Form12345): string =>
  [sqlb && `【${sqlb}】`, bt && !nr.includes(bt) && `${bt}。`, nr].filter((part) => part !== '' && part !== false).join('')

const read12345 = (form: Form12345, now: number): Read => {
  const where = outsidePoint(form.jd, form.wd, form.zbx ?? 'WGS84', { lon: 'jd', lat: 'wd' })
  if (!where.ok) return where
  const text = textOf(form)
  return {
    ok: true,
    outsideId: form.gdbh,
    report: {
      channel: '12345',
      outsideId: form.gdbh,
      saidAt: form.slsj,
      text: text.length > longestText ? form.nr : text,
      caller: { name: form.lxr, phone: form.lxdh },
      placeText: form.sjdz,
      point: where.point,
      building: null,
      code110: null,
      photos: [],
    },
    warnings: [...timeWarnings('slsj', form.slsj, now), ...where.warnings],
  }
}

export const adapter12345: Adapter = {
  channel: '12345',
  titleZh: '12345 热线工单',
  titleEn: 'Work orders of the 12345 hotline',
  form: Form12345,
  examples: {
    full: {
      summary: '完整工单 · all fields',
      value: {
        gdbh: 'HZ12345-20261122-004417',
        slsj: '2026-11-22 10:05:31',
        lxr: '陈先生',
        lxdh: '0571-85550017',
        bt: '夜间施工噪声扰民',
        sqlb: '投诉/环境噪声',
        nr: '工地连续三晚施工到凌晨一点，打桩声很大，要求尽快处理并答复。',
        sjdz: '新业路与富春路交叉口东北角工地',
        jd: 120.2143,
        wd: 30.2441,
        zbx: 'BD09',
      },
    },
    least: {
      summary: '最少字段 · least',
      value: { gdbh: 'HZ12345-20261122-004418', slsj: '2026-11-22T10:06:00+08:00', nr: '请问居住证在哪里办？' },
    },
  },
  bodyLimit: wordsBodyLimit,
  most: { max: 20, timeWindowMs: 1_000 },
  read: (body, { now }) => checked(Form12345, body, (form) => read12345(form, now)),
}
