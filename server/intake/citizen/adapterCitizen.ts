import { type z } from 'zod'
import { CitizenReport } from '../../../shared/contracts/citizen.ts'
import { longestText } from '../../../shared/domain/incident/report.ts'
import { checked, wordsBodyLimit, type Adapter, type Read, type Reading } from '../adapter.ts'
import { knownPhotos } from '../knownPhotos.ts'
import { phoneNumber, words } from '../words.ts'

/** 扫码上报: the page's form with its words cleaned. */
const FormCitizen = CitizenReport.extend({
  text: words(longestText).meta({ description: '情况说明 · what is wrong' }),
  phone: phoneNumber.meta({ description: '联系电话，可不填 · telephone, may be left out' }),
})

const notThisBuilding: Read = {
  ok: false,
  problems: [
    {
      field: 'signature',
      reason: 'unknown-building',
      zh: '二维码无效或已更换，请扫描现场最新的二维码',
      en: 'does not belong to this building; scan the code on the spot again',
    },
  ],
}

const readCitizen = async (form: z.output<typeof FormCitizen>, reading: Reading): Promise<Read> => {
  const building = await reading.verifyBuilding(form.building, form.signature)
  if (!building || building.town !== reading.holder.town) return notThisBuilding
  const { photos, warnings } = await knownPhotos(form.photos, reading)
  return {
    ok: true,
    outsideId: `${building.building}:${form.id}`,
    report: {
      channel: 'citizen',
      outsideId: form.id,
      saidAt: null,
      text: form.text,
      caller: { name: null, phone: form.phone },
      placeText: `${building.address} ${building.name}`.trim().slice(0, 200),
      point: building.point,
      building: building.building,
      code110: null,
      photos,
    },
    warnings,
  }
}

export const adapterCitizen: Adapter = {
  channel: 'citizen',
  titleZh: '扫码上报（第三方小程序代报）',
  titleEn: 'Reports from a building’s QR code, through another programme',
  form: FormCitizen,
  examples: {
    report: {
      summary: '楼道堆物 · things in the stairwell',
      value: {
        id: '0191f0c2-7a55-7c2e-9a53-2f3f5c1b0a11',
        building: 'B12',
        signature: 'k3J9w0ZbQmM1xYtV',
        text: '三单元楼道堆满纸箱，安全出口打不开。',
        phone: '13800000099',
        photos: [],
      },
    },
  },
  bodyLimit: wordsBodyLimit,
  most: { max: 10, timeWindowMs: 1_000 },
  read: (body, reading) => checked(FormCitizen, body, (form) => readCitizen(form, reading)),
}
