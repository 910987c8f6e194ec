import { z } from 'zod'
import { type PhotoId } from '../../../shared/domain/ids.ts'
import { checked, pictureBodyLimit, type Adapter, type Read, type Reading } from '../adapter.ts'
import { degrees, Frame, outsidePoint } from '../outsidePoint.ts'
import { timeField, timeWarnings } from '../outsideTime.ts'
import type { Warning } from '../problem.ts'
import { maybeWords, outsideNumber } from '../words.ts'
import { snapshotBytes } from './snapshot.ts'

const confidence = z
  .union([z.number(), z.string().regex(/^(?:0(?:\.\d{1,10})?|1(?:\.0{1,10})?)$/)])
  .transform(Number)
  .pipe(z.number().min(0).max(1))

/** AI 摄像头告警: capture → algorithm → here, where a person checks it. */
export const FormCamera = z.object({
  alarmId: outsideNumber.meta({ description: '告警编号 · number of the alarm' }),
  cameraId: outsideNumber.meta({ description: '摄像头编号 · camera' }),
  cameraName: maybeWords(100).meta({ description: '摄像头名称或位置 · its name or place' }),
  type: z.enum(['smoke', 'helmet']).meta({ description: 'smoke 烟雾/秸秆焚烧 · helmet 骑行未戴头盔' }),
  confidence: confidence.meta({ description: '置信度 0–1 · confidence' }),
  at: timeField.meta({ description: '抓拍时间 · when it was captured, China time unless it carries a zone' }),
  lon: degrees.meta({ description: '经度 · longitude' }),
  lat: degrees.meta({ description: '纬度 · latitude' }),
  frame: Frame.nullish().meta({ description: '坐标系，默认 WGS84 · coordinate system' }),
  snapshot: z.unknown().optional().meta({ description: '抓拍图 JPEG，base64 或 multipart 文件，≤ 2 MB · picture' }),
})
export type FormCamera = z.output<typeof FormCamera>

const seen: Readonly<Record<FormCamera['type'], string>> = {
  smoke: '疑似烟雾（秸秆或露天焚烧）',
  helmet: '电动自行车骑乘人员疑似未戴头盔',
}

const lost = (reason: string): { readonly photos: readonly PhotoId[]; readonly warnings: readonly Warning[] } => ({
  photos: [],
  warnings: [{ field: 'snapshot', reason, zh: '抓拍图未能保存，告警已受理', en: 'could not be kept; the alarm was taken without it' }],
})

/** A picture that is broken or too large is told, but never stops an alarm of smoke. */
const keepSnapshot = async (snapshot: unknown, { keepPhoto }: Reading) => {
  if (snapshot === undefined || snapshot === null || snapshot === '')
    return { photos: [] as readonly PhotoId[], warnings: [] as readonly Warning[] }
  const bytes = snapshotBytes(snapshot)
  if (!bytes.ok) return lost(bytes.reason)
  const kept = await keepPhoto(bytes.bytes)
  return kept.ok ? { photos: [kept.photo], warnings: [] } : lost(kept.reason)
}

const readCamera = async (form: FormCamera, reading: Reading): Promise<Read> => {
  const where = outsidePoint(form.lon, form.lat, form.frame ?? 'WGS84', { lon: 'lon', lat: 'lat' })
  if (!where.ok) return where
  const { photos, warnings } = await keepSnapshot(form.snapshot, reading)
  const camera = form.cameraName || form.cameraId
  return {
    ok: true,
    outsideId: form.alarmId,
    report: {
      channel: 'camera',
      outsideId: form.alarmId,
      saidAt: form.at,
      text: `AI 摄像头告警：${camera} 识别到${seen[form.type]}，置信度 ${Math.round(form.confidence * 100)}%，待人工核实。`,
      caller: { name: null, phone: null },
      placeText: form.cameraName,
      point: where.point,
      building: null,
      code110: null,
      photos,
    },
    warnings: [...timeWarnings('at', form.at, reading.now), ...where.warnings, ...warnings],
  }
}

export const adapterCamera: Adapter = {
  channel: 'camera',
  titleZh: 'AI 摄像头告警',
  titleEn: 'Alarms of cameras with an algorithm',
  form: FormCamera,
  examples: {
    smoke: {
      summary: '烟雾 · smoke',
      value: {
        alarmId: 'TOWER-017-20261122T101502',
        cameraId: 'TOWER-017',
        cameraName: '三堡高空瞭望 17 号',
        type: 'smoke',
        confidence: 0.87,
        at: '2026-11-22T10:15:02+08:00',
        lon: 120.2311,
        lat: 30.2598,
      },
    },
  },
  bodyLimit: pictureBodyLimit,
  most: { max: 20, timeWindowMs: 1_000 },
  read: (body, reading) => checked(FormCamera, body, (form) => readCamera(form, reading)),
}
