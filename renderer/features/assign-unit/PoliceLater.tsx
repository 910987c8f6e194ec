import { Checkbox } from 'antd'
import { useKeys } from '../../ui/keys.ts'
import { useWords } from '../../ui/words.ts'
import { assignWords } from './words.ts'

type Props = { readonly isSaid: boolean; readonly onSay: (isSaid: boolean) => void }

/** 公安随后: police must come and this order has none; others go before them only when a person says so. */
export const PoliceLater = ({ isSaid, onSay }: Props) => {
  const t = useWords(assignWords)
  useKeys({ p: () => onSay(!isSaid) })
  return (
    <div className="xn-police-later" role="alert">
      <strong className="xn-danger">! {t('lacksPolice')}</strong>
      <Checkbox checked={isSaid} onChange={(event) => onSay(event.target.checked)}>
        {t('policeLater')} <kbd>P</kbd>
      </Checkbox>
    </div>
  )
}
