import { Button } from 'antd'
import { useIsChinese, useWords, wordsOf } from './words.ts'

/** Each language is offered in its own words, for whoever cannot read the other. */
const words = wordsOf('looks', { dark: '深色', light: '浅色', language: 'English' }, { dark: 'Dark', light: 'Light', language: '中文' })

type Props = {
  readonly theme: 'dark' | 'light'
  readonly onTheme: (theme: 'dark' | 'light') => void
  readonly onLanguage: (language: 'zh-CN' | 'en') => void
}

/** The other theme and the other language, one click each. */
export const LooksButtons = ({ theme, onTheme, onLanguage }: Props) => {
  const t = useWords(words)
  const isChinese = useIsChinese()
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <>
      <Button size="small" type="text" onClick={() => onTheme(other)}>
        {t(other)}
      </Button>
      <Button size="small" type="text" lang={isChinese ? 'en' : 'zh-CN'} onClick={() => onLanguage(isChinese ? 'en' : 'zh-CN')}>
        {t('language')}
      </Button>
    </>
  )
}
