import { act, fireEvent, render, screen } from '@testing-library/react'
import { aStorage } from '../../testing/aStorage.ts'
import { BeginPage } from '../BeginPage.tsx'
import { openBeginning } from '../openBeginning.ts'
import { fakeDesk, type Answers } from './fakeDesk.ts'

/** The page before a desktop that answers so, as it stands when the first answers are in. */
export const drawn = async (answers: Answers = {}, storage = aStorage()) => {
  const faked = fakeDesk(answers)
  await act(async () => void render(<BeginPage desk={faked.desk} beginning={openBeginning(faked.desk)} storage={storage} />))
  return { ...faked, storage }
}

export const field = () => screen.getByRole<HTMLInputElement>('textbox')

export const type = (text: string) => act(async () => void fireEvent.change(field(), { target: { value: text } }))

/** Enter in the field, which sends the form it stands in. */
export const enter = () => act(async () => void (field().form ? fireEvent.submit(field().form as HTMLFormElement) : undefined))

export const look = async (text: string) => {
  await type(text)
  await enter()
}

export const press = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

export const escape = () => act(async () => void fireEvent.keyDown(window, { key: 'Escape' }))

export const heading = () => screen.getByRole('heading', { level: 1 }).textContent
