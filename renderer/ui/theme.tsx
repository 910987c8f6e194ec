import { App, ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, type ReactNode } from 'react'
import { speech } from './words.ts'
import './room.css'

/** The fonts of the machine: nothing is fetched, and Chinese is set in the system's own. */
export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, "Segoe UI", sans-serif'

/** English first where the page speaks it: Chinese fonts set quotes and apostrophes as wide as a character. */
const englishFontFamily = `"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", ${fontFamily}`

const shared: NonNullable<ThemeConfig['token']> = { fontFamily, fontSize: 14, borderRadius: 4, motion: false, wireframe: false }

const dark: ThemeConfig = {
  algorithm: [antdTheme.darkAlgorithm, antdTheme.compactAlgorithm],
  token: {
    ...shared,
    colorPrimary: '#4b93f7',
    colorBgBase: '#0e141b',
    colorBgContainer: '#161f2a',
    colorBgElevated: '#1d2835',
    colorBorder: '#3a4a5d',
    colorTextBase: '#e8eef5',
    colorTextSecondary: '#a9b7c6',
    colorTextTertiary: '#a9b7c6',
    colorTextPlaceholder: '#8b9bad',
    // Dark shades of red and blue, and the library's pale grey for empty tables, are under 4.5:1 on these grounds.
    colorError: '#ff8f8f',
    colorLink: '#7db4ff',
    colorTextDisabled: '#8b9bad',
  },
  components: { Button: { primaryColor: '#0b1016', dangerColor: '#1a0606' } },
}

const light: ThemeConfig = {
  algorithm: [antdTheme.defaultAlgorithm, antdTheme.compactAlgorithm],
  token: {
    ...shared,
    colorPrimary: '#1c5fc4',
    // The library lightens a button under the pointer; white on that is under 4.5:1.
    colorPrimaryHover: '#174fa5',
    colorPrimaryActive: '#123f85',
    colorBgBase: '#ffffff',
    colorTextBase: '#16202b',
    colorTextSecondary: '#46566a',
    colorTextTertiary: '#56667a',
    colorTextPlaceholder: '#66758a',
    colorError: '#c41e1e',
    colorLink: '#1c5fc4',
    colorTextDisabled: '#66758a',
  },
}

const spoken = (config: ThemeConfig): Record<Props['language'], ThemeConfig> => ({
  'zh-CN': config,
  en: { ...config, token: { ...config.token, fontFamily: englishFontFamily } },
})

const dresses: Readonly<Record<Props['theme'], ReturnType<typeof spoken>>> = { dark: spoken(dark), light: spoken(light) }

const dressOf = (theme: Props['theme'], language: Props['language']): ThemeConfig => dresses[theme][language]

type Props = { readonly theme: 'dark' | 'light'; readonly language: 'zh-CN' | 'en'; readonly children: ReactNode }

/** The looks and the language of a page; both can change while it runs. */
export const Looks = ({ theme, language, children }: Props) => {
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.style.colorScheme = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language
    void speech.changeLanguage(language)
  }, [language])
  return (
    <ConfigProvider theme={dressOf(theme, language)} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App className="xn-app">{children}</App>
    </ConfigProvider>
  )
}
