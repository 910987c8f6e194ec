import { z } from 'zod'
import type { Point } from '../../../shared/domain/geo/point.ts'
import { PhotoId, UnitId } from '../../../shared/domain/ids.ts'
import { longestText } from '../../../shared/domain/incident/report.ts'
import { checked, wordsBodyLimit, type Adapter, type Read, type Reading } from '../adapter.ts'
import { knownPhotos } from '../knownPhotos.ts'
import { degrees, Frame, outsidePoint } from '../outsidePoint.ts'
import { timeField, timeWarnings } from '../outsideTime.ts'
import { problemsOf } from '../problem.ts'
import { maybeWords, outsideNumber, words } from '../words.ts'

/** What a unit of the room reports from its own phone. */
export type SeenByUnit = {
  readonly unit: UnitId
  readonly unitName: string
  readonly text: string
  readonly point: Point | null
  readonly photos: readonly PhotoId[]
}

const Said = z.object({ text: words(longestText), unitName: maybeWords(40) })

/** 网格上报 through the field page, whose door has checked the link and the form. */
export const readSeenByUnit = (seen: SeenByUnit, id: string): Read => {
  const parsed = Said.safeParse(seen, { reportInput: true })
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return {
    ok: true,
    outsideId: `${seen.unit}:${id}`,
    report: {
      channel: 'grid',
      outsideId: null,
      saidAt: null,
      text: parsed.data.text,
      caller: { name: parsed.data.unitName || seen.unit, phone: null },
      placeText: '',
      point: seen.point,
      building: null,
      code110: null,
      photos: seen.photos,
    },
    warnings: [],
  }
}

/** 网格平台推送: the same from another grid-work platform. */
export const FormGrid = z.object({
  reportId: outsideNumber.meta({ description: '上报编号 · number of the report' }),
  unit: UnitId.meta({ description: '本室登记的人员/队伍编号 · unit as registered in this room' }),
  unitName: maybeWords(40).meta({ description: '上报人 · name' }),
  at: timeField.meta({ description: '上报时间 · when, China time unless it carries a zone' }),
  text: words(longestText).meta({ description: '情况说明 · what was seen' }),
  placeText: maybeWords(200).meta({ description: '地址 · place in words' }),
  lon: degrees.meta({ description: '经度 · longitude' }),
  lat: degrees.meta({ description: '纬度 · latitude' }),
  frame: Frame.nullish().meta({ description: '坐标系，默认 WGS84 · coordinate system' }),
  photos: z.array(PhotoId).max(9).default([]).meta({ description: '已上传照片编号 · ids of photos already kept' }),
})

const readPlatform = async (form: z.output<typeof FormGrid>, reading: Reading): Promise<Read> => {
  const where = outsidePoint(form.lon, form.lat, form.frame ?? 'WGS84', { lon: 'lon', lat: 'lat' })
  if (!where.ok) return where
  const { photos, warnings } = await knownPhotos(form.photos, reading)
  const said = readSeenByUnit({ ...form, point: where.point, photos }, form.reportId)
  if (!said.ok) return said
  return {
    ...said,
    report: { ...said.report, outsideId: form.reportId, saidAt: form.at, placeText: form.placeText },
    warnings: [...timeWarnings('at', form.at, reading.now), ...where.warnings, ...warnings],
  }
}

export const adapterGrid: Adapter = {
  channel: 'grid',
  titleZh: '网格员上报（其他平台推送）',
  titleEn: 'Grid workers’ reports from another platform',
  form: FormGrid,
  examples: {
    report: {
      summary: '占道堆物 · things on the pavement',
      value: {
        reportId: 'WG-20261122-0312',
        unit: 'W12',
        unitName: '李伟',
        at: '2026-11-22 15:02:10',
        text: '非机动车道上堆放建筑垃圾约两方，影响通行。',
        placeText: '婺江路 215 号门前',
        lon: 120.1987,
        lat: 30.2419,
        frame: 'GCJ02',
        photos: [],
      },
    },
  },
  bodyLimit: wordsBodyLimit,
  most: { max: 20, timeWindowMs: 1_000 },
  read: (body, reading) => checked(FormGrid, body, (form) => readPlatform(form, reading)),
}
