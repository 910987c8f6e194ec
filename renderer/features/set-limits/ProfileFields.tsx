import { Input, InputNumber } from 'antd'
import type { SlaProfile } from '../../../shared/domain/sla/profile.ts'
import { useWords } from '../../ui/words.ts'
import { limitWords } from './words.ts'

type Props = { readonly profile: SlaProfile; readonly onChange: (profile: SlaProfile) => void }

/** What a profile says besides its stages. */
export const ProfileFields = ({ profile, onChange }: Props) => {
  const t = useWords(limitWords)
  const text = (key: 'nameZh' | 'nameEn' | 'source', most: number) => (
    <label data-field={key}>
      <span>{t(key)}</span>
      <Input maxLength={most} value={profile[key]} onChange={({ target }) => onChange({ ...profile, [key]: target.value })} />
    </label>
  )
  const seconds = (key: 'acceptWithinMs' | 'climbEveryMs', label: string) => (
    <label>
      <span>{label}</span>
      <InputNumber
        className="xn-num"
        min={5}
        value={profile[key] / 1_000}
        onChange={(value) => value !== null && onChange({ ...profile, [key]: Math.round(value * 1_000) })}
      />
    </label>
  )
  return (
    <div className="xn-profile-fields">
      {text('nameZh', 30)}
      {text('nameEn', 60)}
      {text('source', 200)}
      {seconds('acceptWithinMs', t('accept'))}
      {seconds('climbEveryMs', t('climb'))}
    </div>
  )
}
