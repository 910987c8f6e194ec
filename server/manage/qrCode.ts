import { toBuffer, toString } from 'qrcode'

/** Quarter of the code may be torn or dirty: it hangs in a stairwell. White margin of four modules as the standard asks. */
const onWall = { errorCorrectionLevel: 'Q', margin: 4 } as const

/** Read from a screen at once: less redundancy, larger modules. */
const onScreen = { errorCorrectionLevel: 'M', margin: 4 } as const

export const wallCodeSvg = (url: string): Promise<string> => toString(url, { ...onWall, type: 'svg' })

/** About 6 cm at 300 dpi. */
export const wallCodePng = (url: string): Promise<Buffer> => toBuffer(url, { ...onWall, type: 'png', width: 720 })

export const screenCodeSvg = (url: string): Promise<string> => toString(url, { ...onScreen, type: 'svg' })
