import { useCallback } from 'react'
import { kindByCode, type KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { useIsChinese } from '../ui/words.ts'
import { useRoom } from './room.tsx'

/** What this room calls a kind, in the page's language; one that its list does not have goes by its code. */
export const useKindName = (): ((code: KindCode) => string) => {
  const isChinese = useIsChinese()
  const { taxonomy } = useRoom()
  return useCallback(
    (code) => {
      const kind = kindByCode(taxonomy, code)
      return kind ? (isChinese ? kind.nameZh : kind.nameEn) : code
    },
    [taxonomy, isChinese],
  )
}
