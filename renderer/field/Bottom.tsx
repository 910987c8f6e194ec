import { useState } from 'react'
import { speech, useIsChinese, useWords } from '../ui/words.ts'
import { keepLanguage, keepTheme, themeOf, themes, type Theme } from './preferences.ts'
import { fieldWords } from './words.ts'

const show = (theme: Theme) => {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Language and light, at the end of the page where no thumb finds them by accident. */
export const Bottom = () => {
  const say = useWords(fieldWords)
  const isChinese = useIsChinese()
  const [theme, setTheme] = useState(() => themeOf(localStorage))
  const turnTheme = () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
    keepTheme(localStorage, next)
    show(next)
    setTheme(next)
  }
  const turnLanguage = () => {
    const next = isChinese ? 'en' : 'zh-CN'
    keepLanguage(localStorage, next)
    document.documentElement.lang = next
    void speech.changeLanguage(next)
  }
  return (
    <div className="bottom">
      <button type="button" className="plain" onClick={turnLanguage} lang={isChinese ? 'en' : 'zh-CN'}>
        {say('language')}
      </button>
      <button type="button" className="plain" onClick={turnTheme}>
        {say('theme')}
        {say('colon')}
        {say(`theme.${theme}`)}
      </button>
    </div>
  )
}
