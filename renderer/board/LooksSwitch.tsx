import { LooksButtons } from '../ui/LooksButtons.tsx'
import { languageChosen, themeChosen } from './deskSlice.ts'
import { useRoomDispatch, useRoomSelector } from './store.ts'

/** Theme and language of this browser, one click each; before signing in as well as after. */
export const LooksSwitch = () => {
  const dispatch = useRoomDispatch()
  const theme = useRoomSelector((state) => state.desk.theme)
  return (
    <LooksButtons
      theme={theme}
      onTheme={(chosen) => dispatch(themeChosen(chosen))}
      onLanguage={(chosen) => dispatch(languageChosen(chosen))}
    />
  )
}
