import { z } from 'zod'
import { longestText, type Place } from '../../../shared/domain/incident/report.ts'
import { checked, wordsBodyLimit, type Adapter, type Read } from '../adapter.ts'
import { degrees, Frame, outsidePoint } from '../outsidePoint.ts'
import { timeField, timeWarnings } from '../outsideTime.ts'
import { problemsOf } from '../problem.ts'
import { maybeWords, outsideNumber, phoneNumber, words, wordsOrNull } from '../words.ts'

/** What an operator wrote down while the caller was on the line. */
export type TakenByPhone = {
  readonly text: string
  readonly callerName: string | null
  readonly callerPhone: string | null
  readonly place: Place | null
  readonly placeText: string
}

const Words = z.object({ text: words(longestText), callerName: wordsOrNull(40), callerPhone: phoneNumber, placeText: maybeWords(200) })

/** 人工接报 at a console. The place an operator picked on the map is already the room's own. */
export const readTakenByPhone = (form: TakenByPhone, id: string): Read => {
  const parsed = Words.safeParse({ ...form, placeText: form.placeText || form.place?.text }, { reportInput: true })
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const { text, callerName, callerPhone, placeText } = parsed.data
  return {
    ok: true,
    outsideId: id,
    report: {
      channel: 'operator',
      outsideId: null,
      saidAt: null,
      text,
      caller: { name: callerName, phone: callerPhone },
      placeText,
      point: form.place?.point ?? null,
      building: form.place?.building ?? null,
      code110: null,
      photos: [],
    },
    warnings: [],
  }
}

/** 值班电话系统: the same from a telephone system that has its own call list. */
export const FormOperator = z.object({
  callId: outsideNumber.meta({ description: '来电编号 · the telephone system’s number of the call' }),
  at: timeField.nullish().meta({ description: '来电时间 · when the call came, China time unless it carries a zone' }),
  text: words(longestText).meta({ description: '记录内容 · what was written down' }),
  callerName: wordsOrNull(40).meta({ description: '来电人 · caller' }),
  callerPhone: phoneNumber.meta({ description: '来电号码 · number' }),
  placeText: maybeWords(200).meta({ description: '地址 · place in words' }),
  lon: degrees.meta({ description: '经度 · longitude' }),
  lat: degrees.meta({ description: '纬度 · latitude' }),
  frame: Frame.nullish().meta({ description: '坐标系，默认 WGS84 · coordinate system' }),
})

const readCall = (form: z.output<typeof FormOperator>, now: number): Read => {
  const where = outsidePoint(form.lon, form.lat, form.frame ?? 'WGS84', { lon: 'lon', lat: 'lat' })
  if (!where.ok) return where
  const said = readTakenByPhone({ ...form, place: null }, form.callId)
  if (!said.ok) return said
  const saidAt = form.at ?? null
  return {
    ...said,
    report: { ...said.report, outsideId: form.callId, saidAt, point: where.point },
    warnings: [...timeWarnings('at', saidAt, now), ...where.warnings],
  }
}

export const adapterOperator: Adapter = {
  channel: 'operator',
  titleZh: '值班电话系统',
  titleEn: 'A telephone system of the duty room',
  form: FormOperator,
  examples: {
    call: {
      summary: '来电记录 · a call',
      value: {
        callId: 'CALL-20261122-0087',
        at: '2026-11-22 14:20:05',
        text: '小区门口有辆车堵住消防通道，叫不到车主。',
        callerName: '李先生',
        callerPhone: '13800000077',
        placeText: '近江家园东门',
      },
    },
  },
  bodyLimit: wordsBodyLimit,
  most: { max: 20, timeWindowMs: 1_000 },
  read: (body, { now }) => checked(FormOperator, body, (form) => readCall(form, now)),
}
