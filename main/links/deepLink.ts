import { IncidentId } from '../../shared/domain/ids.ts'

export const linkScheme = 'xiaonao'

/** The incident that a link of ours is about: `xiaonao://incident/E-1042`, and nothing that merely looks like it. */
export const deepLink = (text: string): IncidentId | null => {
  // Systems may write the scheme in capitals or add a stroke at the end; nothing else is forgiven, since any page can hand us a link.
  const found = /^xiaonao:\/\/incident\/(E-[0-9]{1,10})\/?$/i.exec(text)
  return IncidentId.safeParse(found?.[1]?.toUpperCase()).data ?? null
}
