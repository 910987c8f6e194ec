/** What a person knows a certificate by: its own name, then who and which part of them. Places and serial numbers are left out. */
const telling = ['CN', 'O', 'OU'] as const

/** The names in a certificate's subject or issuer, which come as lines `CN=room.example`; one that has none of them is shown as it is. */
export const certificateNames = (lines: string): readonly string[] => {
  const parts = lines.split('\n').map((line) => {
    const at = line.indexOf('=')
    return { field: line.slice(0, at), value: line.slice(at + 1).trim() }
  })
  const names = telling.flatMap((field) => parts.filter((part) => part.field === field && part.value !== '').map(({ value }) => value))
  return names.length > 0 ? names : lines.split('\n').filter((line) => line !== '')
}
