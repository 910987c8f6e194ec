import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words.ts'
import type { ArrangeNeeds } from './arrangeNeeds.ts'
import { AwayWindows } from './AwayWindows.tsx'
import { deskOf } from './deskOf.ts'
import { DeskPicture } from './DeskPicture.tsx'
import { DisplayPanel } from './DisplayPanel.tsx'
import type { Dragged } from './dragged.ts'
import { LayoutList } from './LayoutList.tsx'
import { displayFacts } from './regionText.ts'
import { SaveBar } from './SaveBar.tsx'
import { axisOf } from './sideBySide.ts'
import { useArranging } from './useArranging.ts'
import { arrangeWords } from './words.ts'
import './arrange.css'

type Props = { readonly needs: ArrangeNeeds; readonly onClose: () => void }

/** 窗口布局: which part of the console stands on which display, kept under a name. */
export const ArrangeWindows = ({ needs, onClose }: Props) => {
  const t = useWords(arrangeWords)
  const { edit, displays, change, isBusy, said, unlessChanged, ...act } = useArranging(needs)
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const desk = deskOf(edit.windows, displays)
  // The display that was picked may be gone by now.
  const picked = displays.find(({ id }) => id === edit.picked) ?? displays.find(({ isPrimary }) => isPrimary) ?? displays[0]
  const number = picked ? displays.indexOf(picked) + 1 : 0
  const drop = (what: Dragged, display: number) => {
    setDragged(null)
    change({ type: 'display.picked', display })
    change(what.kind === 'region' ? { type: 'region.put', region: what.region, display } : { type: 'window.sent', id: what.id, display })
  }
  const footer = (
    <SaveBar edit={edit} isSignedIn={needs.book.person !== null} isBusy={isBusy} onChange={change} onSave={act.save} onApply={act.apply} />
  )
  return (
    <Modal
      open
      className="xn-arrange"
      width={1180}
      style={{ top: 16 }}
      title={t('title')}
      footer={footer}
      onCancel={() => unlessChanged(onClose)}
      mask={{ closable: false }}
    >
      <p className="xn-dim xn-arrange-lead">{t('lead')}</p>
      {said !== null && <Alert type="error" showIcon role="alert" title={said} />}
      <div className="xn-arrange-parts">
        <LayoutList
          book={needs.book}
          opened={edit.opened}
          onOpen={act.open}
          onRename={act.rename}
          onRemove={act.remove}
          onExport={act.exportTo}
          onImport={act.importFrom}
        />
        <div className="xn-arrange-desk">
          {!picked && <p className="xn-dim">{t('noDisplays')}</p>}
          {picked && (
            <>
              <DeskPicture
                displays={displays}
                desk={desk}
                picked={picked.id}
                onPick={(display) => change({ type: 'display.picked', display })}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={drop}
              />
              <div className="xn-identify">
                <Button size="small" onClick={act.identify}>
                  {t('identify')}
                </Button>
                <Button size="small" title={t('suggestHint')} onClick={act.suggest}>
                  {t('suggest')}
                </Button>
                <span className="xn-dim xn-num">
                  {[t('display', { number }), picked.label || t('unnamed'), ...displayFacts(picked, t)].join(' · ')}
                </span>
              </div>
              <DisplayPanel
                display={picked.id}
                number={number}
                axis={axisOf(picked)}
                windows={desk.on(picked.id)}
                count={edit.windows.length}
                onChange={change}
                onDrag={setDragged}
              />
              {desk.away.length > 0 && <AwayWindows windows={desk.away} display={picked.id} number={number} onChange={change} />}
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}
