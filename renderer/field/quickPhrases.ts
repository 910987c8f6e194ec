import type { Refusal } from '../../shared/domain/refusal.ts'

type Phrases = { readonly zh: readonly string[]; readonly en: readonly string[] }

/** What units write most; tapped together and then corrected by hand. */
export const feedbackPhrases: Phrases = {
  zh: [
    '已到现场核实，情况属实',
    '现场未发现所报情况',
    '已劝离，秩序恢复',
    '双方已达成和解',
    '已告知后续办理途径',
    '已移交公安处理',
    '已清理完毕',
    '需后续跟进',
  ],
  en: [
    'Checked on scene, as reported',
    'Nothing of the kind found',
    'Persuaded to stop, order restored',
    'Both sides settled',
    'Told where to turn next',
    'Handed to police',
    'Cleared',
    'Needs follow-up',
  ],
}

export const returnPhrases: Phrases = {
  zh: ['不属于本部门职责', '不在本辖区', '需要执法权限', '正在处置更紧急的事', '设备或人手不足'],
  en: ['Not our duty', 'Not our area', 'Needs powers of enforcement', 'Busy with something more urgent', 'No equipment or hands'],
}

export const helpPhrases: Phrases = {
  zh: ['现场人多，控制不住', '当事人情绪激动', '有人受伤', '需要执法人员', '需要专业设备'],
  en: ['Too many people to hold', 'Somebody is very agitated', 'Somebody is hurt', 'Needs an officer with powers', 'Needs equipment'],
}

/** Words added to what is written already: on a line of their own sentence. */
export const withPhrase = (text: string, phrase: string, isChinese: boolean): string => {
  const trimmed = text.trim()
  if (trimmed === '') return phrase
  if (trimmed.includes(phrase)) return text
  return isChinese ? `${trimmed.replace(/[，。；]$/, '')}；${phrase}` : `${trimmed.replace(/[.,;]$/, '')}; ${phrase}`
}

/** A refusal of the domain has a reason; one of the door brings its words along. */
export const isDomainRefusal = (why: Refusal | { readonly zh: string; readonly en: string }): why is Refusal => 'reason' in why
