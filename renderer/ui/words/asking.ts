import { wordsOf } from '../words.ts'

/** Words around asking the server for something and changing it there. */
export const askingWords = wordsOf(
  'asking',
  {
    unreachable: '连不上服务器，请检查网络后再试。',
    failed: '没有成功，请稍后再试。',
    noRight: '您的角色无权查看',
    noRightHint: '需要值班长或管理员。',
    done: '已完成',
    reload: '刷新',
    copy: '复制',
    copied: '已复制',
    onceTitle: '只显示这一次',
    onceHint: '关闭后无法再查看。请现在交给对方，或复制到安全的地方。',
    kept: '我已保存，关闭',
    search: '搜索',
    never: '从未',
  },
  {
    unreachable: 'The server cannot be reached. Check the network and try again.',
    failed: 'It did not work. Try again later.',
    noRight: 'Your role may not see this',
    noRightHint: 'It takes a supervisor or an administrator.',
    done: 'Done',
    reload: 'Reload',
    copy: 'Copy',
    copied: 'Copied',
    onceTitle: 'Shown only now',
    onceHint: 'It cannot be seen again after closing. Hand it over now, or copy it to a safe place.',
    kept: 'I have kept it; close',
    search: 'Search',
    never: 'never',
  },
)
