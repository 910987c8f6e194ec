import type { Kind, Taxonomy } from '../domain/taxonomy/taxonomy.ts'

const kind = (
  code: string,
  nature: Kind['nature'],
  nameZh: string,
  nameEn: string,
  primaryForce: Kind['primaryForce'],
  wish: Partial<Kind> = {},
): Kind => ({
  code,
  nature,
  group: '测试',
  nameZh,
  nameEn,
  primaryForce,
  supportForces: [],
  urgency: 'low',
  cn110Codes: [],
  scope: '',
  ...wish,
})

/** A few kinds of every nature and urgency. */
export const aTaxonomy: Taxonomy = [
  kind('P02', 'police', '盗窃', 'theft or burglary', 'police', { group: '刑事', urgency: 'high' }),
  kind('P06', 'police', '持械或极端行为', 'armed or extreme threat', 'police', {
    group: '治安',
    urgency: 'critical',
    supportForces: ['emergency'],
  }),
  kind('C01', 'civil', '失物招领', 'lost or found property', 'grid', { group: '求助' }),
  kind('C02', 'civil', '生活噪音', 'neighbourhood noise', 'grid', { group: '噪音', supportForces: ['mediator'] }),
  kind('C10', 'civil', '邻里纠纷', 'neighbour dispute', 'mediator', { group: '纠纷', urgency: 'normal', supportForces: ['grid'] }),
  kind('C30', 'civil', '燃气泄漏', 'gas leak', 'emergency', { group: '应急', urgency: 'critical', supportForces: ['utility', 'police'] }),
  kind('C47', 'joint', '人群拥挤', 'crowding', 'grid', { group: '秩序', urgency: 'high', supportForces: ['police'] }),
  kind('E01', 'enquiry', '政策与办事咨询', 'information enquiry', 'hotline', { group: '咨询' }),
]
