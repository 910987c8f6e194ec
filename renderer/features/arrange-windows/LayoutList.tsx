import { Button, Input, Popconfirm, Space } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { longestLayoutName, type LayoutsShown, type Shelf } from '../../../shared/contracts/layout.ts'
import { useWords } from '../../ui/words.ts'
import type { Opened } from './editLayout.ts'
import { arrangeWords } from './words.ts'

type Shown = NonNullable<Opened>

type Props = {
  readonly book: LayoutsShown
  readonly opened: Opened
  readonly onOpen: (opened: Opened) => void
  readonly onRename: (one: Shown, name: string) => void
  readonly onRemove: (one: Shown) => void
  readonly onExport: (one: Shown) => void
  readonly onImport: (shelf: Shelf) => void
}

type RenameProps = { readonly name: string; readonly onDone: (name: string | null) => void }

const RenameField = ({ name, onDone }: RenameProps) => {
  const t = useWords(arrangeWords)
  const [text, setText] = useState(name)
  // Escape leaves the field, not the whole dialog.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    onDone(null)
  }
  return (
    <Space.Compact block>
      <Input
        autoFocus
        size="small"
        aria-label={t('renameOf', { name })}
        maxLength={longestLayoutName}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={() => onDone(text.trim())}
        onKeyDown={onKeyDown}
      />
      <Button size="small" disabled={text.trim() === ''} onClick={() => onDone(text.trim())}>
        {t('ok')}
      </Button>
    </Space.Compact>
  )
}

type ToolsProps = Pick<Props, 'onRename' | 'onRemove' | 'onExport'> & { readonly one: Shown }

const Tools = ({ one, onRename, onRemove, onExport }: ToolsProps) => {
  const t = useWords(arrangeWords)
  const [isRenaming, setRenaming] = useState(false)
  const { name } = one.layout
  if (isRenaming) {
    const done = (next: string | null) => {
      setRenaming(false)
      if (next !== null && next !== '' && next !== name) onRename(one, next)
    }
    return <RenameField name={name} onDone={done} />
  }
  return (
    <Space size={4}>
      <Button size="small" onClick={() => setRenaming(true)}>
        {t('rename')}
      </Button>
      <Button size="small" onClick={() => onExport(one)}>
        {t('export')}
      </Button>
      <Popconfirm
        title={t(one.shelf === 'workstation' ? 'deleteShared' : 'deleteAsk', { name })}
        okText={t('delete')}
        cancelText={t('cancel')}
        onConfirm={() => onRemove(one)}
      >
        <Button size="small">{t('delete')}</Button>
      </Popconfirm>
    </Space>
  )
}

/** The layouts a person may choose from, the own ones first, and what can be done with the one that is open. */
export const LayoutList = ({ book, opened, onOpen, onImport, ...tools }: Props) => {
  const t = useWords(arrangeWords)
  const importing: readonly Shelf[] = book.person === null ? ['workstation'] : ['own', 'workstation']
  return (
    <nav className="xn-layouts" aria-label={t('layouts')}>
      <button type="button" className="xn-layout" aria-current={opened === null} onClick={() => onOpen(null)}>
        {t('current')}
      </button>
      {book.layouts.length === 0 && <p className="xn-dim">{t('none')}</p>}
      <ul>
        {book.layouts.map((one) => {
          const isOpen = opened?.layout.id === one.layout.id
          return (
            <li key={one.layout.id}>
              <button type="button" className="xn-layout" aria-current={isOpen} onClick={() => onOpen(one)}>
                <span className="xn-layout-name">{one.layout.name}</span>
                <span className="xn-dim">
                  {t(`shelf.${one.shelf}`)}
                  {book.lastUsed === one.layout.id && ` · ${t('lastUsed')}`}
                </span>
              </button>
              {isOpen && <Tools key={one.layout.name} one={one} {...tools} />}
            </li>
          )
        })}
      </ul>
      <Space size={4} wrap>
        {importing.map((shelf) => (
          <Button key={shelf} size="small" onClick={() => onImport(shelf)}>
            {t('importFor', { shelf: t(`shelf.${shelf}`) })}
          </Button>
        ))}
      </Space>
    </nav>
  )
}
