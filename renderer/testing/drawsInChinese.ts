import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { speech } from '../ui/words.ts'
import { noLayout } from './noLayout.ts'

/** For a file that draws and may change the language: each of its tests begins in Chinese on an empty page. */
export const drawsInChinese = (): void => {
  beforeEach(noLayout)
  afterEach(async () => {
    cleanup()
    await speech.changeLanguage('zh-CN')
  })
}
