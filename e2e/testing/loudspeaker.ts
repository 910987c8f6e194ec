import type { Page } from '@playwright/test'

type Heard = { readonly heard: number[] }

/** From here on, writes down every tone that the page really begins: by an oscillator of a context that the browser lets sound. */
export const listenTo = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: number[] = []
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      if (this.context.state === 'running') heard.push(Math.round(this.frequency.value))
      return start.call(this, when)
    }
    Object.assign(window, { heard } satisfies Heard)
  })

/** Pitches, in Hz, of the tones begun since the page is listened to. */
export const tonesOf = (page: Page): Promise<readonly number[]> => page.evaluate(() => (window as unknown as Heard).heard)

/** The pitch of the two knocks that say that a limit was not kept. */
export const breachHz = 880
