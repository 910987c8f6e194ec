import type { Chance } from './chance.ts'

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严',
]
const given = [
  '伟',
  '芳',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '建国',
  '桂英',
  '建华',
  '志强',
  '秀兰',
  '晓燕',
  '海峰',
  '文斌',
  '雪梅',
  '国庆',
  '丽华',
  '宏伟',
  '春燕',
  '立新',
  '晓东',
  '玉珍',
  '永康',
  '佳怡',
  '子轩',
  '思远',
  '雨桐',
  '浩然',
  '一鸣',
  '欣悦',
  '俊杰',
  '美玲',
  '建平',
  '金凤',
  '水根',
  '阿芳',
  '国强',
  '小红',
  '志明',
  '慧敏',
  '亚军',
  '卫东',
  '云飞',
  '佩芬',
  '林涛',
  '月琴',
  '新民',
  '晨曦',
]

/** Names of people who do not exist, none twice. */
export const people = (dice: Chance): (() => string) => {
  const known = new Set<string>()
  const draw = (): string => {
    const name = dice.pick(surnames) + dice.pick(given)
    if (known.has(name)) return draw()
    known.add(name)
    return name
  }
  return draw
}
