type Named = { readonly id: string }

/** What was shown keeps its order, and what is new stands behind it: a click lands on what the hand was moved to. */
export const heldOrder = <Row extends Named>(shown: readonly string[], rows: readonly Row[]): readonly Row[] => {
  const places = new Map(shown.map((id, place) => [id, place]))
  const placeOf = ({ id }: Row) => places.get(id) ?? shown.length
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b))
}
