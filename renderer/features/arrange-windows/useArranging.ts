import { App } from 'antd'
import { useState } from 'react'
import { numberedDisplays } from '../../../shared/displays/displayNumbers.ts'
import type { Shelf } from '../../../shared/contracts/layout.ts'
import { layoutRefusalText, type LayoutAnswer } from '../../../shared/contracts/layoutRefusal.ts'
import { useIsChinese, useWords } from '../../ui/words.ts'
import type { ArrangeNeeds } from './arrangeNeeds.ts'
import { draftOf, editLayout, openedEdit, standingEdit, type LayoutChange, type Opened } from './editLayout.ts'
import { arrangeWords } from './words.ts'

type Asked = 'save' | 'apply' | 'rename' | 'remove' | 'export' | 'import'

/** The state of the dialog, and its wishes to the machine with what came of them. */
export const useArranging = (needs: ArrangeNeeds) => {
  const t = useWords(arrangeWords)
  const language = useIsChinese() ? 'zh-CN' : 'en'
  const { message, modal } = App.useApp()
  const displays = numberedDisplays(needs.displays)
  const [held, setHeld] = useState(() => openedEdit(null, needs.current, displays, needs.book.person === null ? 'workstation' : 'own'))
  const [problem, setProblem] = useState<LayoutAnswer | 'no-answer' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const edit = standingEdit(held, needs.current)
  const change = (next: LayoutChange) => setHeld((before) => editLayout(standingEdit(before, needs.current), next, displays))

  const ask = async (what: Asked, wish: Promise<LayoutAnswer>, then: (answer: LayoutAnswer & { readonly ok: true }) => void) => {
    setBusy(true)
    setProblem(null)
    try {
      const answer = await wish
      // A dialog for a file that was closed without choosing one is no news.
      const isCancelled = answer.ok && answer.layout === null && (what === 'export' || what === 'import')
      if (!answer.ok) return setProblem(answer)
      if (!isCancelled) void message.success(t(`done.${what}`, { name: answer.layout?.name ?? '' }))
      then(answer)
    } catch {
      setProblem('no-answer')
    } finally {
      setBusy(false)
    }
  }
  const unlessChanged = (act: () => void) => {
    if (!edit.isChanged) return act()
    void modal.confirm({ title: t('discardAsk'), okText: t('discard'), cancelText: t('cancel'), autoFocusButton: 'cancel', onOk: act })
  }
  const open = (opened: Opened) =>
    unlessChanged(() => {
      setProblem(null)
      change({ type: 'opened', opened, placements: opened?.layout.placements ?? needs.current })
    })
  const save = (as: 'same' | 'new') => {
    const draft = draftOf(edit, as, needs.newId)
    if (!draft) return
    const { shelf } = edit
    void ask('save', needs.save(shelf, draft), ({ layout }) => layout && change({ type: 'saved', shelf, layout }))
  }
  const apply = () => {
    const id = edit.isChanged ? null : (edit.opened?.layout.id ?? null)
    void ask('apply', needs.apply(id, edit.windows), () => change({ type: 'applied' }))
  }
  const suggest = () => change({ type: 'suggested', placements: needs.suggested })
  const identify = () => {
    setProblem(null)
    needs.identify().catch(() => setProblem('no-answer'))
  }
  const rename = ({ shelf, layout }: NonNullable<Opened>, name: string) =>
    void ask('rename', needs.rename(layout.id, name), (answer) => answer.layout && change({ type: 'saved', shelf, layout: answer.layout }))
  const remove = ({ layout }: NonNullable<Opened>) =>
    void ask('remove', needs.remove(layout.id), () => change({ type: 'opened', opened: null, placements: needs.current }))
  const exportTo = ({ layout }: NonNullable<Opened>) => void ask('export', needs.exportTo(layout.id), () => undefined)
  const importFrom = (shelf: Shelf) =>
    unlessChanged(() => {
      void ask('import', needs.importFrom(shelf), ({ layout }) => {
        if (layout) change({ type: 'opened', opened: { shelf, layout }, placements: layout.placements })
      })
    })
  const said =
    problem === null ? null : problem === 'no-answer' || problem.ok ? t('noAnswer') : layoutRefusalText(problem.refusal, language)
  return { edit, displays, change, isBusy, said, unlessChanged, open, save, apply, suggest, identify, rename, remove, exportTo, importFrom }
}
