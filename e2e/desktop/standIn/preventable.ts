/** An event of Electron: whoever hears it can say no. `details` are the event's own fields. */
export type Preventable = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }

export function preventable<Details extends object>(details: Details): Details & Preventable {
  let prevented = false
  return Object.defineProperty({ ...details, preventDefault: () => void (prevented = true) }, 'defaultPrevented', {
    get: () => prevented,
    enumerable: true,
  }) as Details & Preventable
}
