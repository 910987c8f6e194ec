import { combineReducers, configureStore } from '@reduxjs/toolkit'
import { useDispatch, useSelector } from 'react-redux'
import { advice } from './adviceSlice.ts'
import { board } from './boardSlice.ts'
import { aDesk, desk, type Desk } from './deskSlice.ts'
import { link } from './linkSlice.ts'
import { notices } from './noticeSlice.ts'
import { presence } from './presenceSlice.ts'

const reducer = combineReducers({ board, desk, link, presence, advice, notices })

export type RoomState = ReturnType<typeof reducer>

/**
 * One window's picture of the room.
 *
 * The checks for mutation and serialisability walk the whole state after each action; with ten thousand
 * incidents that alone would fill a frame, and the fold is proven immutable by its own tests.
 */
export const roomStore = (begin: Partial<Desk> = {}) =>
  configureStore({
    reducer,
    preloadedState: { desk: { ...aDesk, ...begin } },
    middleware: (defaults) => defaults({ immutableCheck: false, serializableCheck: false }),
  })

export type RoomStore = ReturnType<typeof roomStore>

/** Calls back when what is chosen at this window is otherwise, and not at each event of the room. The answer stops it. */
export const onDeskChanged = ({ getState, subscribe }: RoomStore, act: (desk: Desk) => void): (() => void) => {
  let known = getState().desk
  return subscribe(() => {
    const { desk } = getState()
    if (desk === known) return
    known = desk
    act(desk)
  })
}

export const useRoomDispatch = useDispatch.withTypes<RoomStore['dispatch']>()
export const useRoomSelector = useSelector.withTypes<RoomState>()
