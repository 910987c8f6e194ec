import { Button, Input, Radio } from 'antd'
import { longestLayoutName, Shelf } from '../../../shared/contracts/layout.ts'
import { useWords } from '../../ui/words.ts'
import type { LayoutChange, LayoutEdit } from './editLayout.ts'
import { arrangeWords } from './words.ts'

type Props = {
  readonly edit: LayoutEdit
  readonly isSignedIn: boolean
  readonly isBusy: boolean
  readonly onChange: (change: LayoutChange) => void
  readonly onSave: (as: 'same' | 'new') => void
  readonly onApply: () => void
}

/** Keeps what was arranged under a name, for the machine or for the person, or arranges the windows by it without keeping it. */
export const SaveBar = ({ edit, isSignedIn, isBusy, onChange, onSave, onApply }: Props) => {
  const t = useWords(arrangeWords)
  const { name, shelf, windows, opened, isChanged } = edit
  const canSave = name.trim() !== '' && windows.length > 0 && !isBusy
  const isKnown = opened !== null && opened.shelf === shelf
  return (
    <div className="xn-save-bar">
      <Input
        aria-label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={longestLayoutName}
        value={name}
        onChange={({ target }) => onChange({ type: 'named', name: target.value })}
        onPressEnter={() => canSave && onSave('same')}
      />
      <Radio.Group
        aria-label={t('saveFor')}
        value={shelf}
        onChange={({ target }) => onChange({ type: 'shelved', shelf: Shelf.parse(target.value) })}
        options={Shelf.options.map((value) => ({ value, label: t(`shelf.${value}`), disabled: value === 'own' && !isSignedIn }))}
      />
      <Button disabled={!canSave} onClick={() => onSave('same')}>
        {t('save')}
      </Button>
      {isKnown && (
        <Button disabled={!canSave} onClick={() => onSave('new')}>
          {t('saveNew')}
        </Button>
      )}
      <span className="xn-gap" role="status">
        {isChanged && <span className="xn-dim">● {t('changed')}</span>}
      </span>
      <Button type="primary" disabled={windows.length === 0 || isBusy} onClick={onApply}>
        {t('apply')}
      </Button>
    </div>
  )
}
