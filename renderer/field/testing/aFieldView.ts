import type { FieldTask, FieldView } from '../../../shared/contracts/field.ts'
import { AssignmentId, IncidentId, ReportId, SentId, UnitId } from '../../../shared/domain/ids.ts'
import type { AssignmentState } from '../../../shared/domain/incident/assignment.ts'
import { aMorning } from '../../../shared/testing/boardBuilder.ts'

export const w1 = UnitId.parse('W1')
export const e1 = IncidentId.parse('E-1001')
export const a1 = AssignmentId.parse('E-1001/1')
export const idOf = (n: number) => SentId.parse(`tap-${String(n).padStart(5, '0')}`)

type TaskWish = Partial<Omit<FieldTask, 'assignment'>> & {
  readonly state?: AssignmentState
  readonly assignment?: Partial<FieldTask['assignment']>
}

/** A task of W1: a fight with a dog, on the river. */
export const aFieldTask = ({ state = 'assigned', assignment, ...wish }: TaskWish = {}): FieldTask => ({
  incident: e1,
  kind: 'C10',
  kindName: '邻里纠纷',
  kindNameEn: 'dispute between neighbours',
  nature: 'civil',
  urgency: 'high',
  place: { text: '临江路42号 钱潮露台 3幢1205', point: [120.2227, 30.2437], building: null, grid: null, community: null, source: 'brain' },
  reports: [
    {
      id: ReportId.parse('R-1'),
      text: '楼上楼下为漏水吵起来了，男的喝多了，还牵着一条大狗',
      at: aMorning,
      callerName: '陈女士',
      phone: '138****5678',
      hasPhone: true,
      photos: [],
    },
  ],
  cautions: ['violence', 'animal', 'drunk'],
  assignment: {
    id: a1,
    unit: w1,
    force: 'grid',
    lead: true,
    order: '先劝开双方，漏水请物业一起看。',
    state,
    assignedAt: aMorning,
    acceptedAt: null,
    departedAt: null,
    onSceneAt: null,
    handlingAt: null,
    endedAt: null,
    arrival: null,
    result: null,
    photos: [],
    wantsHelp: null,
    ...assignment,
  },
  with: [{ name: '民警 李伟', force: 'police', lead: false, state: 'enroute' }],
  onSceneDueAt: aMorning + 300_000,
  ...wish,
})

export const aFieldView = (wish: Partial<FieldView> = {}): FieldView => ({
  now: aMorning,
  unit: { id: w1, name: '网格员 王建国', force: 'grid' },
  townName: '四季江街道',
  townNameEn: 'Sijijiang',
  expiresAt: aMorning + 8 * 3_600_000,
  sosAt: null,
  tasks: [aFieldTask()],
  ...wish,
})
