/** Who teaches. */
export type Person = { readonly id: string; readonly name: string }

/** Why a wish of a supervisor was not done. */
export type NotTaught = 'training-runs' | 'no-examples' | 'no-training' | 'unknown-model' | 'lost-model' | 'changed-meanwhile' | 'not-kept'
export type Taught = { readonly ok: true } | { readonly ok: false; readonly why: NotTaught }

export const done: Taught = { ok: true }
export const no = (why: NotTaught): Taught => ({ ok: false, why })
