import { wordsOf } from '../words.ts'

/** Names of fields and levels inside refusals. */
export const refusalFieldWords = wordsOf(
  'refusalFields',
  {
    'field.kind': '类型',
    'field.nature': '性质',
    'field.urgency': '紧急程度',
    'field.policeNeeded': '需公安',
    'field.place': '地点',
    'field.town': '街道',
    'problem.required': '不能为空',
    'problem.outside-china': '不在中国境内',
    'problem.not-of-this-town': '不在本街道名册内',
    'level.operator': '接警员',
    'level.supervisor': '值班长',
    'level.leader': '领导',
  },
  {
    'field.kind': 'kind',
    'field.nature': 'nature',
    'field.urgency': 'urgency',
    'field.policeNeeded': 'police needed',
    'field.place': 'place',
    'field.town': 'town',
    'problem.required': 'must not be empty',
    'problem.outside-china': 'outside China',
    'problem.not-of-this-town': 'not in this town’s file',
    'level.operator': 'operator',
    'level.supervisor': 'supervisor',
    'level.leader': 'leader',
  },
)
