import { bridge } from './bridge.ts'
import { holdKeys } from './holdKeys.ts'
import { holdOutside } from './holdOutside.ts'
import { packed, unpacked } from './packed.ts'
import { pageWorld } from './pageWorld.ts'
import { preloadWorld, type PreloadSetup } from './preloadWorld.ts'

/** The isolated world of preloads: its scripts see the page's document, and the page sees nothing of it. */
export const preloadWorldName = 'preload'

// tsx keeps the names of functions with a call to `__name`, which is nowhere in a page.
const names = 'const __name = (named) => named;'

export const pageScript = (handing: string): string => `{ ${names} (${pageWorld})(${JSON.stringify(handing)}, ${bridge}) }`

/** `preload` is the text of the bundled CommonJS file. */
export const preloadScript = (setup: PreloadSetup, preload: string): string => `{ ${names}
const packed = ${packed}
const unpacked = ${unpacked}
;(${preloadWorld})(${JSON.stringify(setup)}, ${bridge}, packed, unpacked, (require, module, exports, process) => {
${preload}
})
}`

/** `askAt` is a path of the page's own origin. */
export const keysScript = (askAt: string): string => `{ ${names} (${holdKeys})(${JSON.stringify(askAt)}) }`

/** `binding` is there in the preload's world. */
export const outsideScript = (binding: string): string => `{ ${names} (${holdOutside})(${JSON.stringify(binding)}) }`
