import { z } from 'zod'
import { Layout } from './layout.ts'

/** Why a layout could not be kept, changed or read from a file. */
export const LayoutRefusal = z.enum([
  'name-taken',
  'name-not-usable',
  'too-many-layouts',
  'layout-is-gone',
  'changed-meanwhile',
  'nobody-signed-in',
  'layout-not-usable',
  'file-too-large',
  'file-not-readable',
  'file-is-no-layout',
  'file-is-damaged',
  'file-is-newer',
  'cannot-keep',
])
export type LayoutRefusal = z.infer<typeof LayoutRefusal>

/** What became of a wish about layouts. `layout` is null where none is meant: it was removed, or the person chose no file. */
export const LayoutAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), layout: Layout.nullable() }).readonly(),
  z.strictObject({ ok: z.literal(false), refusal: LayoutRefusal }).readonly(),
])
export type LayoutAnswer = z.infer<typeof LayoutAnswer>

type BothLanguages = { readonly 'zh-CN': string; readonly en: string }

/** Said by the console's dialog and by the shell's own message boxes, so the words stand where both can reach them. */
const said: Readonly<Record<LayoutRefusal, BothLanguages>> = {
  'name-taken': {
    'zh-CN': '已有同名布局。请换一个名称，或打开那个布局再保存。',
    en: 'A layout of this name exists. Choose another name, or open that layout and save it.',
  },
  'name-not-usable': {
    'zh-CN': '名称不能用：1 到 40 个字，前后无空格，不含看不见的字符。',
    en: 'This name cannot be used: 1 to 40 characters, no spaces around it, nothing invisible in it.',
  },
  'too-many-layouts': {
    'zh-CN': '最多保存 40 个布局。请先删除不用的。',
    en: 'At most 40 layouts are kept. Remove one that is not used first.',
  },
  'layout-is-gone': {
    'zh-CN': '这个布局已被删除。请另存为新布局。',
    en: 'This layout has been removed. Save yours as a new one.',
  },
  'changed-meanwhile': {
    'zh-CN': '这个布局刚在别的窗口改过。请重新打开，或另存为新布局。',
    en: 'This layout was changed in another window meanwhile. Open it again, or save yours as a new one.',
  },
  'nobody-signed-in': {
    'zh-CN': '没有人登录，不能保存为个人布局。请登录，或保存给本机。',
    en: 'Nobody is signed in, so there is no one to save it for. Sign in, or save it for this workstation.',
  },
  'layout-not-usable': {
    'zh-CN': '布局内容不完整，没有保存。请重新摆放窗口再试。',
    en: 'This layout is not whole and was not saved. Arrange the windows again and retry.',
  },
  'file-too-large': {
    'zh-CN': '文件超过 64 KB，不是窗口布局。请选择导出的布局文件。',
    en: 'The file is larger than 64 KB, so it is not a window layout. Choose an exported layout file.',
  },
  'file-not-readable': {
    'zh-CN': '读不了这个文件：它不是文本，或没有写完。请重新导出。',
    en: 'The file cannot be read: it is not text, or was not written to its end. Export it again.',
  },
  'file-is-no-layout': {
    'zh-CN': '这不是小脑的窗口布局文件。请选择导出的布局文件。',
    en: 'This is not a window layout of 小脑. Choose an exported layout file.',
  },
  'file-is-damaged': {
    'zh-CN': '布局文件的内容不对，可能被改动过。请重新导出。',
    en: 'What is in the layout file is not right; it may have been edited. Export it again.',
  },
  'file-is-newer': {
    'zh-CN': '布局文件来自更新的版本。请先更新这台机器，或在旧版本上重新导出。',
    en: 'The layout file comes from a newer version. Update this machine first, or export it from an older one.',
  },
  'cannot-keep': {
    'zh-CN': '布局没能写到硬盘（可能已满）。现在可用，但重启后会丢失；请通知系统管理员。',
    en: 'The layout could not be written to the disk, which may be full. It works now but is lost at a restart: tell the administrator.',
  },
}

export const layoutRefusalText = (refusal: LayoutRefusal, language: 'zh-CN' | 'en'): string => said[refusal][language]
