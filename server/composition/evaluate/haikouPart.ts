import type { Assessment } from '../../../shared/domain/incident/report.ts'
import { haikouSort, isPoliceInHaikou, type HaikouOrder } from './haikou.ts'
import { tableOf } from './report.ts'
import type { share } from './intervals.ts'

type Share = typeof share

/** Haikou's hotline: whether police are its department, by the brain and by where the order went. */
export const haikouPart = (orders: readonly HaikouOrder[], see: (text: string) => Assessment, shareOf: Share): string => {
  const judged = orders.map((order) => {
    const seen = see(order.text)
    return {
      ...order,
      sort: haikouSort(order),
      here: seen.policeNeeded,
      mapped: seen.policeNeeded || isPoliceInHaikou(seen.kind, order.text),
      seen,
    }
  })
  const matters = judged.filter(({ sort }) => sort === 'matter')
  const enquiries = judged.filter(({ sort }) => sort === 'enquiry')
  const right = (rows: typeof judged, said: (row: (typeof judged)[number]) => boolean) =>
    shareOf(rows.filter((row) => said(row) === row.police).length, rows.length)
  const table = tableOf([
    { what: 'matters, with Haikou’s division of work', measured: right(matters, ({ mapped }) => mapped), floor: '≥ 0.85' },
    { what: 'matters, as this product divides work', measured: right(matters, ({ here }) => here), floor: '' },
    {
      what: 'enquiries answered by police, taken for enquiries or nothing of police',
      measured: shareOf(enquiries.filter(({ seen }) => seen.kind.startsWith('E') || !seen.policeNeeded).length, enquiries.length),
      floor: '',
    },
    { what: 'all orders, nothing told apart', measured: right(judged, ({ here }) => here), floor: '' },
  ])
  return `## haikou-12345: real orders of another city's hotline, 2017–18 (${orders.length})

Police or not, by the department that an order went to. The mapping (\`server/composition/evaluate/haikou.ts\`): an order is the police's
when the brain says that police are needed, or when Haikou gives its kind to them and the default taxonomy does not: motor vehicles in the
way or parked wrongly (C18, C21), small scrapes (C19), signals and the flow of traffic (C24, E02, E03 with such words). Orders to police about licences, registers and fines are enquiries, told apart; desks that report back on an order are left out.

${table}`
}
