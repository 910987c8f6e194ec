import type { Use } from './plan.ts'

/** Names of particular blocks, `row,column` of their first block; their houses may have names of their own. */
export const namedBlocks: Readonly<
  Record<string, { readonly name: string; readonly aliases?: readonly string[]; readonly houses?: readonly string[] }>
> = {
  '0,3': { name: '钱潮露台', aliases: ['城市阳台', '江边大平台', '灯光秀平台'] },
  '1,3': {
    name: '市民中心',
    aliases: ['市民之家', '行政服务中心'],
    houses: [
      '市民中心A座',
      '市民中心B座',
      '市民中心C座',
      '市民中心D座',
      '市民中心E座',
      '市民中心F座',
      '市民中心会议厅',
      '潮声大剧院',
      '城市规划展览馆',
    ],
  },
  '1,2': { name: '江澜国际酒店' },
  '1,7': { name: '望潮大酒店', aliases: ['望潮宾馆'] },
  '2,5': { name: '江锦汇购物中心', aliases: ['江锦汇'] },
  '4,5': { name: '太和广场', aliases: ['太和商场', '太和广场购物中心'] },
  '9,4': { name: '通海天地', aliases: ['通海商场'] },
  '8,2': {
    name: '四季潮服装城',
    aliases: ['四季潮服装市场', '四季潮老市场', '服装市场'],
    houses: ['四季潮服装城一区', '四季潮服装城二区', '四季潮服装城三区', '四季潮服装城四区'],
  },
  '9,2': {
    name: '通海面料市场',
    aliases: ['面料市场', '四季潮新市场'],
    houses: ['通海面料市场A馆', '通海面料市场B馆', '通海面料市场C馆', '通海面料市场D馆'],
  },
  '5,7': {
    name: '江城人民医院',
    aliases: ['江城医院', '人民医院'],
    houses: ['江城人民医院门诊楼', '江城人民医院住院楼', '江城人民医院急诊中心', '江城人民医院外科楼', '江城人民医院后勤楼'],
  },
  '5,3': { name: '四季公园', aliases: ['中央公园'], houses: ['四季公园茶馆', '四季公园管理房'] },
  '3,1': { name: '钱潮小学', aliases: ['钱潮实验小学'], houses: ['钱潮小学教学楼', '钱潮小学体育馆'] },
  '3,8': { name: '景塘中学', aliases: ['景塘初中'], houses: ['景塘中学教学楼', '景塘中学体育馆'] },
  '6,2': { name: '五福小学', houses: ['五福小学教学楼', '五福小学体育馆'] },
  '4,9': { name: '运新公园', houses: ['运新公园驿站', '运新公园管理房'] },
  '9,9': { name: '北塘物流园', houses: ['北塘物流园1号库', '北塘物流园2号库', '北塘物流园3号库'] },
  '7,6': { name: '双桥幼儿园', houses: ['双桥幼儿园', '双桥社区文体馆'] },
  '4,2': { name: '四季江街道办事处', houses: ['四季江街道办事处', '四季江街道综治中心', '四季江街道综合行政执法队'] },
  '7,8': { name: '四季江派出所', houses: ['四季江派出所', '四季江市场监管所', '四季江消防救援站'] },
  '9,1': { name: '清潮社区服务中心', houses: ['清潮社区卫生服务站', '清潮变电站', '清潮社区服务中心'] },
  '8,9': { name: '运新公交枢纽', aliases: ['公交总站', '运新客运中心'], houses: ['运新客运站', '公交保养场', '邮政分拨中心'] },
}

const roots = [
  '景荷',
  '望潮',
  '江锦',
  '太和',
  '丹桂',
  '秋荷',
  '双桥',
  '严巷',
  '运新',
  '清潮',
  '五福',
  '民心',
  '潮音',
  '新风',
  '庆安',
  '通海',
  '景塘',
  '临江',
  '采莲',
  '钱潮',
  '听涛',
  '金桂',
  '银杏',
  '海棠',
  '玉兰',
  '翠竹',
  '观澜',
  '映月',
]

const endings: Readonly<Partial<Record<Use, readonly string[]>>> = {
  homes: ['新村', '公寓', '苑', '小区', '花园', '家园', '里'],
  towers: ['府', '壹号', '名邸', '国际公寓', '华庭', '湾'],
  old: ['弄', '老街坊', '巷'],
  office: ['国际大厦', '金座', '商务中心', '大厦', '财富中心', '科创大厦'],
}

/** Every name the town can give to a block of this use, in a fixed order. */
export const namesFor = (use: Use): readonly string[] => (endings[use] ?? []).flatMap((ending) => roots.map((root) => root + ending))
