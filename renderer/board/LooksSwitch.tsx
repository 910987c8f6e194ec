import { Button } from 'antd'
import { useIsChinese, useWords, wordsOf } from '../ui/words.ts'
import { languageChosen, themeChosen } from './deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from './store.ts'

/** Each language is offered in its own words, for whoever cannot read the other. */
const words = wordsOf('looks', { dark: '深色', light: '浅色', language: 'English' }, { dark: 'Dark', light: 'Light', language: '中文' })

/** Theme and language of this browser, one click each; before signing in as well as after. */
export const LooksSwitch = () => {
  const t = useWords(words)
  const isChinese = useIsChinese()
  const dispatch = useRoomDispatch()
  const other = useRoomSelector((state) => (state.desk.theme === 'dark' ? 'light' : 'dark'))
  return (
    <>
      <Button size="small" type="text" onClick={() => dispatch(themeChosen(other))}>
        {t(other)}
      </Button>
      <Button size="small" type="text" onClick={() => dispatch(languageChosen(isChinese ? 'en' : 'zh-CN'))}>
        {t('language')}
      </Button>
    </>
  )
}
