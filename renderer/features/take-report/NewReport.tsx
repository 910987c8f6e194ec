import { Alert, AutoComplete, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SentId } from '../../../shared/domain/ids.ts'
import { canBeDialled } from '../../../shared/domain/incident/dialled.ts'
import type { Place } from '../../../shared/domain/incident/report.ts'
import { mayDo } from '../../../shared/domain/room/rights.ts'
import { incidentSelected, overlayShown } from '../../board/deskSlice.ts'
import { useRoom } from '../../board/room.tsx'
import { newCommandId, sendCommand } from '../../board/send.ts'
import { useRoomDispatch, useRoomSelector } from '../../board/store.ts'
import { usePlaceSaid } from '../../board/usePlaceSaid.ts'
import { usePlaceSearch } from '../../board/usePlaceSearch.ts'
import { NoAnswer } from '../../feed/feed.ts'
import { useKeys } from '../../ui/keys.ts'
import { refusalText } from '../../ui/refusalText.ts'
import { useWords } from '../../ui/words.ts'
import { queueWords } from './words.ts'

type Wish = { readonly text: string; readonly placeText?: string; readonly callerName?: string; readonly callerPhone?: string }

const given = (text: string | undefined): string | null => text?.trim() || null

const ReportForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(queueWords)
  const room = useRoom()
  const dispatch = useRoomDispatch()
  const [form] = Form.useForm<Wish>()
  const [id, setId] = useState<SentId>(newCommandId)
  const [place, setPlace] = useState<Place | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const placeText = Form.useWatch('placeText', form) ?? ''
  const candidates = usePlaceSearch(placeText)
  const sayPlace = usePlaceSaid()

  const bring = async (wish: Wish) => {
    const known = place && place.text === wish.placeText?.trim() ? place : null
    const facts = { callerName: given(wish.callerName), callerPhone: given(wish.callerPhone), placeText: given(wish.placeText) ?? '' }
    try {
      const answer = await room.feed.ask('report:bring', { id, text: wish.text.trim(), place: known, ...facts })
      if (!answer.ok) {
        setProblem(refusalText(answer.refusal))
        return setId(newCommandId())
      }
      onClose()
      dispatch(incidentSelected(answer.incident))
      await sendCommand(room, { type: 'incident.take', incident: answer.incident })
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      // The same id again: if the first one did arrive, it is one report.
      setProblem(t('form.noAnswer'))
    }
  }
  const choose = (label: string) => {
    const candidate = candidates.find((one) => one.label === label)
    setPlace(candidate ? { ...candidate.place, text: label } : null)
  }

  return (
    <Form<Wish>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(wish) => void bring(wish)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        form.submit()
      }}
    >
      {problem !== null && <Alert type="warning" showIcon title={problem} />}
      <Form.Item name="text" label={t('form.text')} rules={[{ required: true, whitespace: true, message: t('form.needed') }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 10 }} maxLength={4_000} placeholder={t('form.textHint')} />
      </Form.Item>
      <Form.Item name="placeText" label={t('form.place')}>
        <AutoComplete
          options={candidates.map((candidate) => ({ value: candidate.label, label: sayPlace(candidate) }))}
          onSelect={choose}
          placeholder={t('form.placeHint')}
          maxLength={200}
        />
      </Form.Item>
      <div className="xn-caller">
        <Form.Item name="callerName" label={t('form.name')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="callerPhone"
          label={t('form.phone')}
          rules={[
            {
              validator: (_rule, phone: string | undefined) =>
                canBeDialled(phone ?? '') ? Promise.resolve() : Promise.reject(new Error(t('form.dialled'))),
            },
          ]}
        >
          <Input maxLength={24} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" block>
        {t('form.send')}
      </Button>
    </Form>
  )
}

/** The dialog would put the focus on its closing cross; the caller is already speaking. */
const focusWords = (isOpen: boolean) => {
  if (isOpen) document.querySelector<HTMLTextAreaElement>('.xn-new-report textarea')?.focus()
}

/** 人工接报: what a caller says on the telephone becomes a report, and at once this operator's. Key N. */
export const NewReport = () => {
  const t = useWords(queueWords)
  const dispatch = useRoomDispatch()
  const overlay = useRoomSelector((state) => state.desk.overlay)
  const close = () => dispatch(overlayShown('none'))
  const { me } = useRoom()
  useKeys({ n: () => void dispatch(overlayShown('report')) }, overlay === 'none' && mayDo(me.role, 'incident.take'))
  return (
    <Modal
      open={overlay === 'report'}
      title={t('form.title')}
      onCancel={close}
      footer={null}
      destroyOnHidden
      width={560}
      className="xn-new-report"
      afterOpenChange={focusWords}
    >
      <ReportForm onClose={close} />
    </Modal>
  )
}
