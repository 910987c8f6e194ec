import { Select, type GetRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { KindCode, Taxonomy } from '../../../shared/domain/taxonomy/taxonomy.ts'
import { kindChoiceClosed } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import { triageWords } from './words.ts'

/** Kinds by group, found by name in either language, by code or by scope. */
const kindOptions = (taxonomy: Taxonomy, isChinese: boolean) => {
  const groups = [...new Set(taxonomy.map((kind) => kind.group))]
  return groups.map((group) => ({
    label: group,
    options: taxonomy
      .filter((kind) => kind.group === group)
      .map((kind) => ({
        value: kind.code,
        label: `${kind.code} ${isChinese ? kind.nameZh : kind.nameEn}`,
        search: `${kind.code} ${kind.nameZh} ${kind.nameEn} ${kind.scope}`.toLowerCase(),
      })),
  }))
}

type Props = { readonly kind: KindCode; readonly isBlocked: boolean; readonly onKind: (kind: KindCode) => void }

/** The choice of kinds; it opens by itself with a kind that was looked up elsewhere on the card, and a person still chooses. */
export const KindChoice = ({ kind, isBlocked, onKind }: Props) => {
  const t = useWords(triageWords)
  const isChinese = useIsChinese()
  const dispatch = useRoomDispatch()
  const { taxonomy } = useRoom()
  const sought = useRoomSelector((state) => state.desk.kindSought)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const field = useRef<GetRef<typeof Select>>(null)
  useEffect(() => {
    if (sought !== null) field.current?.focus()
  }, [sought])

  const turn = (open: boolean) => {
    setOpen(open)
    if (open) return
    setTyped('')
    dispatch(kindChoiceClosed())
  }
  const type = (text: string) => {
    setTyped(text)
    dispatch(kindChoiceClosed())
    if (text !== '') setOpen(true)
  }
  return (
    <Select
      ref={field}
      className="xn-kind"
      size="small"
      value={kind}
      disabled={isBlocked}
      aria-label={t('kind')}
      placeholder={t('kindSearch')}
      options={kindOptions(taxonomy, isChinese)}
      open={isOpen || sought !== null}
      onOpenChange={turn}
      showSearch={{
        searchValue: sought ?? typed,
        onSearch: type,
        filterOption: (text, option) => String((option as { search?: string } | undefined)?.search ?? '').includes(text.toLowerCase()),
      }}
      onChange={onKind}
    />
  )
}
