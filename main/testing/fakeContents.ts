import { EventEmitter } from 'node:events'
import type { WebContents, WebFrameMain } from 'electron'
import { unfaked } from './unfaked.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type PrintOptions = Parameters<WebContents['print']>[0]
export type Sent = { readonly name: string; readonly payload: unknown }

let lastId = 0

/** The page of a window: where it was sent, what it was told, and what it was asked to do. */
export class FakeContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'id'
      | 'getURL'
      | 'send'
      | 'reload'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'setZoomMode'
      | 'setWindowOpenHandler'
      | 'forcefullyCrashRenderer'
      | 'isDestroyed'
      | 'isLoading'
      | 'print'
      | 'printToPDF'
      | 'getTitle'
    >
{
  readonly id = (lastId += 1)
  url = ''
  isGone = false
  isStillLoading = false
  zoom = 1
  zoomMode: Parameters<WebContents['setZoomMode']>[0] = 'default'
  openHandler: OpenHandler | null = null
  /** What the printer says to the next pages. */
  printing = { success: true, failureReason: '' }
  readonly sent: Sent[] = []
  readonly asked: string[] = []
  readonly printed: PrintOptions[] = []

  private readonly others: () => readonly FakeContents[]

  constructor(others: () => readonly FakeContents[] = () => []) {
    super()
    this.others = others
  }

  getURL() {
    return this.url
  }
  getTitle() {
    return ''
  }
  send(name: string, payload: unknown) {
    if (this.isGone) throw new Error('Object has been destroyed')
    this.sent.push({ name, payload })
  }
  reload() {
    this.asked.push('reload')
  }
  setZoomMode(mode: Parameters<WebContents['setZoomMode']>[0]) {
    this.zoomMode = mode
  }
  /** As Chromium does it: unless it is told otherwise, one zoom for all pages of an origin. */
  setZoomFactor(factor: number) {
    this.zoom = factor
    if (this.zoomMode !== 'default') return
    for (const other of this.others()) if (other.zoomMode === 'default') other.zoom = factor
  }
  getZoomFactor() {
    return this.zoom
  }
  setWindowOpenHandler(handler: OpenHandler) {
    this.openHandler = handler
  }
  forcefullyCrashRenderer() {
    this.asked.push('crash')
  }
  isDestroyed() {
    return this.isGone
  }
  isLoading() {
    return this.isStillLoading
  }
  print(options: PrintOptions, callback?: (success: boolean, failureReason: string) => void) {
    this.printed.push(options)
    callback?.(this.printing.success, this.printing.failureReason)
  }
  printToPDF() {
    this.asked.push('pdf')
    return Promise.resolve(Buffer.from('%PDF-1.7 a page'))
  }

  /** The page that asks, as the door sees it. `wish` is where it differs from an honest main frame. */
  asker(wish: { readonly url?: string; readonly parent?: object | null } = {}) {
    const frame = unfaked('senderFrame', { url: wish.url ?? this.url, parent: wish.parent ?? null })
    return { sender: this as unknown as WebContents, senderFrame: frame as unknown as WebFrameMain }
  }
  /** As Electron when its window goes. */
  gone() {
    if (this.isGone) return
    this.isGone = true
    this.emit('destroyed')
  }
}
