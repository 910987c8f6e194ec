import type { DeskBridge } from '../../shared/contracts/desk.ts'

/** The desk of a page, as its desktop app offers it; null in a browser. */
export const deskOf = (page: object): DeskBridge | null => ('desk' in page ? (page.desk as DeskBridge) : null)
