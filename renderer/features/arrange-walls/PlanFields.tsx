import { Button, Checkbox, Input, InputNumber, Select, Switch } from 'antd'
import type { WallPlan } from '../../../shared/domain/wall/wall.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { useWords } from '../../ui/words.ts'
import { earlier, offered, switched } from './pagesInOrder.ts'
import { arrangeWords } from './words.ts'

type Props = { readonly plan: WallPlan; readonly onChange: (plan: WallPlan) => void }

const Pages = ({ plan, onChange }: Props) => {
  const t = useWords(arrangeWords)
  const domain = useWords(domainWords)
  return (
    <fieldset className="xn-wall-order">
      <legend>{t('pages')}</legend>
      <ol>
        {offered(plan.pages).map((page) => {
          const at = plan.pages.indexOf(page)
          const name = domain(`wall.${page}`)
          return (
            <li key={page}>
              <Checkbox
                checked={at >= 0}
                disabled={at >= 0 && plan.pages.length === 1}
                onChange={() => onChange({ ...plan, pages: switched(plan.pages, page) })}
              >
                {name}
              </Checkbox>
              {at > 0 && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t('earlier', { page: name })}
                  title={t('earlier', { page: name })}
                  onClick={() => onChange({ ...plan, pages: earlier(plan.pages, page) })}
                >
                  <span aria-hidden>↑</span>
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

/** How a wall is arranged: name, pages in order, pace, looks, sound. */
export const PlanFields = ({ plan, onChange }: Props) => {
  const t = useWords(arrangeWords)
  return (
    <div className="xn-wall-plan">
      <label>
        {t('name')}
        <Input value={plan.name} maxLength={20} onChange={({ target }) => onChange({ ...plan, name: target.value })} />
      </label>
      <Pages plan={plan} onChange={onChange} />
      <label>
        {t('seconds')}
        <InputNumber
          className="xn-num"
          min={3}
          max={600}
          precision={0}
          value={plan.secondsPerPage}
          onChange={(value) => value !== null && onChange({ ...plan, secondsPerPage: value })}
        />
      </label>
      <label>
        {t('theme')}
        <Select<WallPlan['theme']>
          aria-label={t('theme')}
          value={plan.theme}
          onChange={(theme) => onChange({ ...plan, theme })}
          options={(['dark', 'light'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </label>
      <label>
        {t('language')}
        <Select<WallPlan['language']>
          aria-label={t('language')}
          value={plan.language}
          onChange={(language) => onChange({ ...plan, language })}
          options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </label>
      <label title={t('soundHint')}>
        {t('sound')}
        <Switch size="small" checked={plan.hasSound} onChange={(hasSound) => onChange({ ...plan, hasSound })} aria-label={t('sound')} />
      </label>
    </div>
  )
}
