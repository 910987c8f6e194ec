import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { IncidentId, SentId } from '../../shared/domain/ids.ts'
import type { ConsoleCommand } from '../../shared/domain/command.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'

/** Something the person must be told about what they did. */
export type Notice = { readonly id: string; readonly at: number } & (
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nobody answered: it may or may not have been done. Sent again with the same id it is done once. */
  | { readonly kind: 'unanswered'; readonly command: ConsoleCommand; readonly commandId: SentId }
  /** Something to open that somebody's typing was not pushed aside for. */
  | { readonly kind: 'offered'; readonly incident: IncidentId; readonly text: string }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }
)

const most = 5

const slice = createSlice({
  name: 'notices',
  initialState: [] as readonly Notice[],
  reducers: {
    noticed: (state, action: PayloadAction<Notice>) =>
      [...state.filter((one) => one.id !== action.payload.id), action.payload].slice(-most) as never,
    noticeRead: (state, action: PayloadAction<string>) => state.filter((one) => one.id !== action.payload),
  },
})

export const { noticed, noticeRead } = slice.actions
export const notices = slice.reducer
