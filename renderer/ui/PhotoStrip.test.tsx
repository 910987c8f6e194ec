import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PhotoId } from '../../shared/domain/ids.ts'
import { noLayout } from '../testing/noLayout.ts'
import { PhotoStrip } from './PhotoStrip.tsx'

beforeEach(noLayout)
afterEach(cleanup)

const photos = ['a1', 'b2'].map((name) => PhotoId.parse(name.padEnd(64, '0')))
const sources = () => [...document.querySelectorAll('.xn-photo-large img')].map((img) => img.getAttribute('src'))

test('[C17] a thumbnail opens its photo large, arrows turn, and Escape closes it without reaching the card', () => {
  render(<PhotoStrip photos={photos} />)
  const thumbs = [...document.querySelectorAll('.xn-photos img')].map((img) => img.getAttribute('src'))
  expect(thumbs).toEqual(photos.map((photo) => `/api/photos/${photo}?size=thumb`))
  expect(sources()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '放大照片 2/2' }))
  expect(sources()).toEqual([`/api/photos/${photos[1]}`])
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'ArrowRight' })
  expect(sources()).toEqual([`/api/photos/${photos[0]}`])
  const card = vi.fn()
  window.addEventListener('keydown', card)
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  window.removeEventListener('keydown', card)
  expect(card).not.toHaveBeenCalled()
  expect(sources()).toEqual([])
})

test('[C17] a photo that cannot be read says so; no photos draw nothing', () => {
  const { container, rerender } = render(<PhotoStrip photos={[]} />)
  expect(container.innerHTML).toBe('')
  rerender(<PhotoStrip photos={photos.slice(0, 1)} />)
  fireEvent.click(screen.getByRole('button', { name: '放大照片 1/1' }))
  expect(screen.queryByText(/下一张/)).toBeNull()
  fireEvent.error(screen.getByAltText('现场照片 1/1'))
  expect(screen.getByText('照片没有读到')).toBeTruthy()
})
