import { useEffect, useRef, useState } from 'react'
import { heldOrder } from './heldOrder.ts'

/** A mouse left lying on a list must not hide what is graver below the rows that are seen. */
const holdForMs = 3_000

/** Rows in their order, except while a hand moves over them: then nothing changes places, and what is new stands last. */
export const useHeldRows = <Row extends { readonly id: string }>(rows: readonly Row[]) => {
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const end = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(end.current), [])
  const held = order === null ? rows : heldOrder(order, rows)
  const left = () => {
    clearTimeout(end.current)
    setOrder(null)
  }
  const touched = () => {
    clearTimeout(end.current)
    end.current = setTimeout(left, holdForMs)
    // Kept from the first touch on: each further one must not take over what arrived meanwhile in another order.
    setOrder((known) => known ?? rows.map(({ id }) => id))
  }
  return { held, touched, left }
}
