import type { CitizenStep } from '../../shared/contracts/citizen.ts'

export type Language = 'zh' | 'en'

/** A text in both languages. */
export type Both = { readonly zh: string; readonly en: string }

const both = (zh: string, en: string): Both => ({ zh, en })

export const words = {
  title: both('扫码上报', 'Report a problem'),
  follow: both('上报进度', 'Progress'),
  here: both('位置', 'Place'),
  urgent: both('有人受伤、起火或正在发生违法犯罪，请直接拨打', 'Someone hurt, a fire or a crime right now? Call'),
  what: both('发生了什么？', 'What is wrong?'),
  common: both('常见情况（可多选）', 'Common matters (choose any)'),
  detailsHint: both(
    '例如：三单元二楼楼道堆满纸箱，安全出口打不开',
    'For example: boxes block the fire exit on the second floor, entrance 3',
  ),
  photos: both('照片（可不传）', 'Photos (optional)'),
  addPhoto: both('添加照片', 'Add a photo'),
  removePhoto: both('移除照片', 'Remove photo'),
  againPhoto: both('未传上，点此重传', 'Failed – tap to retry'),
  phone: both('联系电话（可不填）', 'Telephone (optional)'),
  phoneHint: both('仅供处理人员必要时联系您', 'Only for those who handle it, if they need to ask'),
  send: both('提交', 'Send'),
  sending: both('正在提交…', 'Sending…'),
  uploading: both('照片上传中…', 'Uploading photos…'),
  say: both('请先选择或填写发生了什么', 'Please choose or write what is wrong first'),
  loading: both('正在打开…', 'Opening…'),
  offline: both('网络不通，内容已保存在本机，请稍后重试', 'No connection. Your words are kept on this phone; please try again'),
  offlineOpen: both('网络不通，无法打开', 'No connection'),
  offlineWhat: both('请检查手机网络后重试。', 'Check the phone’s network, then try again.'),
  retry: both('重试', 'Try again'),
  badCode: both('二维码无效', 'This code is not valid'),
  badCodeWhat: both(
    '二维码可能已更换或不完整，请扫描现场最新的二维码。',
    'It may have been replaced or be incomplete. Please scan the code on the spot.',
  ),
  badLink: both('查不到这条上报', 'This report cannot be found'),
  badLinkWhat: both('链接不完整，或时间已久不可再查。', 'The link is incomplete, or too old to be looked up.'),
  mine: both('我的上报', 'My reports'),
  next: both('接下来', 'Next'),
  by: both('最迟', 'by'),
  late: both('已超过预计时间，值班室已收到提醒并在催办', 'Later than planned; the duty room has been alerted and is pressing on'),
  noPromise: both('完成后这里会更新', 'This page will tell when it is done'),
  yourWords: both('您上报的内容', 'What you reported'),
  steps: both('处理经过', 'What happened so far'),
  shared: both('多人上报了同一件事，已合并处理', 'Several people reported this; it is handled as one'),
  keep: both(
    '请保留此页：可收藏，或在本机重新扫码后从“我的上报”进入。',
    'Keep this page: bookmark it, or scan the code again and open it under “My reports”.',
  ),
  copy: both('复制链接', 'Copy link'),
  copied: both('已复制', 'Copied'),
  updated: both('更新于', 'Updated'),
  cut: both('网络不通，以下是此时的情况：', 'No connection. This is how things stood at'),
  outcome: both('处理结果', 'Outcome'),
  rate: both('您对处理满意吗？', 'How was it handled?'),
  star: both('星', 'stars'),
  comment: both('想说的话（可不填）', 'Anything to add (optional)'),
  sendRating: both('提交评价', 'Send rating'),
  thanks: both('感谢您的评价', 'Thank you for your rating'),
  another: both('再报一件', 'Report something else'),
  language: both('English', '中文'),
} as const

/** What a step is called once it has happened, and one sentence about it. */
export const stepWords: Readonly<Record<CitizenStep, { readonly name: Both; readonly says: Both }>> = {
  received: {
    name: both('已收到', 'Received'),
    says: both('值班室已收到您的上报，24 小时有人值守。', 'The duty room has your report. Someone is there day and night.'),
  },
  checked: { name: both('已核对', 'Checked'), says: both('值班员已接手，正在安排。', 'An operator has it in hand and is arranging help.') },
  sent: { name: both('已派人', 'Assigned'), says: both('已安排人员处理，正等待其出发。', 'Someone has been assigned and will set out.') },
  coming: { name: both('已出发', 'On the way'), says: both('处理人员正在赶来。', 'Help is on the way.') },
  onscene: { name: both('已到场', 'On scene'), says: both('处理人员已到现场，正在处理。', 'Help has arrived and is dealing with it.') },
  handled: {
    name: both('已处理', 'Handled'),
    says: both('现场已处理，值班室正在核对。', 'It has been dealt with; the duty room is checking.'),
  },
  closed: { name: both('已办结', 'Closed'), says: both('事情已办结，感谢您的上报。', 'The matter is closed. Thank you for reporting it.') },
  transferred: {
    name: both('已转交', 'Transferred'),
    says: both('已连同您上报的内容转交承办方。', 'It was transferred together with what you reported.'),
  },
  cancelled: {
    name: both('已撤销', 'Withdrawn'),
    says: both(
      '经核对不再处理；如情况仍在，请重新扫码上报。',
      'After a check it is not pursued. If it is still there, please scan and report again.',
    ),
  },
}

export const nextWords: Readonly<Record<CitizenStep, Both>> = {
  received: both('收到上报', 'receipt'),
  checked: both('值班员核对并安排', 'An operator checks it'),
  sent: both('派人处理', 'Someone is assigned'),
  coming: both('处理人员出发', 'They set out'),
  onscene: both('到达现场', 'They arrive'),
  handled: both('现场处理', 'They deal with it'),
  closed: both('值班室核对办结', 'The duty room closes it'),
  transferred: both('转交承办部门', 'Transfer to the department in charge'),
  cancelled: both('撤销', 'Withdrawal'),
}

export const handedWords: Readonly<Record<'12345' | '110' | 'town', Both>> = {
  '12345': both('转交 12345 政务服务便民热线', 'Transferred to the 12345 service hotline'),
  '110': both('转交 110', 'Transferred to 110'),
  town: both('转交相邻镇街', 'Transferred to a neighbouring town'),
}

const shanghai = { timeZone: 'Asia/Shanghai', hour12: false } as const
const clock = new Intl.DateTimeFormat('zh-CN', { ...shanghai, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('zh-CN', { ...shanghai, month: 'numeric', day: 'numeric' })

/** `09:35`, with the day in front when it is not the day of `now`. */
export const timeText = (at: number, now: number): string =>
  day.format(at) === day.format(now) ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`
