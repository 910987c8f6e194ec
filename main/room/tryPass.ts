/** Asks a room's server for a wall's session; the answer says who came in, with a token, or why nobody did. */
export const askWithPass = (
  origin: string,
  pass: string,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Response> =>
  fetch(`${origin}/api/wall/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xiaonao': 'wall', 'x-xiaonao-session': 'bearer' },
    body: JSON.stringify({ pass }),
    redirect: 'error',
  })

/** Whether a pass opens a wall there; a server that is silent or in trouble has not said that it does not. */
export const tryPass = async (...asked: Parameters<typeof askWithPass>): Promise<'opens' | 'refused' | 'unreachable'> => {
  const answer = await askWithPass(...asked).catch(() => null)
  if (answer?.ok) return 'opens'
  return answer && (answer.status === 400 || answer.status === 401) ? 'refused' : 'unreachable'
}
