import { wordsOf } from '../../ui/words.ts'

export const codeWords = wordsOf(
  'print-building-codes',
  {
    title: '屋联码',
    lead: '每栋楼一张码，群众扫码报事，地点自动带上。码带本室签名，换楼无效；长期张贴，不含任何密码。',
    grid: '网格',
    allGrids: '全部网格',
    print: '打印 {{count}} 张',
    sheetTitle: '扫码报事',
    sheetHint: '微信或浏览器扫一扫，说明情况，随时查看处置进度',
    png: '下载图片',
    open: '打开页面',
    empty: '没有符合的楼栋',
    many: '共 {{count}} 栋。请选择网格或搜索，以免一次打印过多。',
  },
  {
    title: 'Building codes',
    lead: 'One code per building: citizens scan it to report, and the place is known. Signed by this room, good for that building alone; made to hang for years, holds no password.',
    grid: 'Grid',
    allGrids: 'All grids',
    print: 'Print {{count}}',
    sheetTitle: 'Scan to report',
    sheetHint: 'Scan, say what is wrong, and follow what happens',
    png: 'Download picture',
    open: 'Open page',
    empty: 'No such building',
    many: '{{count}} buildings. Choose a grid or search, so as not to print too many.',
  },
)
