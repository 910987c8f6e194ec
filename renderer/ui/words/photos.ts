import { wordsOf } from '../words.ts'

export const photoWords = wordsOf(
  'photos',
  {
    open: '放大照片 {{number}}/{{of}}',
    title: '照片 {{number}} / {{of}}',
    alt: '现场照片 {{number}}/{{of}}',
    before: '上一张',
    next: '下一张',
    close: '关闭（Esc）',
    failed: '照片没有读到',
  },
  {
    open: 'Enlarge photo {{number}}/{{of}}',
    title: 'Photo {{number}} / {{of}}',
    alt: 'Photo {{number}}/{{of}}',
    before: 'Before',
    next: 'Next',
    close: 'Close (Esc)',
    failed: 'The photo could not be read',
  },
)
