/** A telephone number as it is dialled: without the spaces, dashes and brackets that people write into it. */
export const dialled = (phone: string): string => phone.replace(/[\s\-()（）]/g, '')

/** True when nothing but what a telephone has on its keys is left; the comma is the pause before an extension. */
export const canBeDialled = (phone: string): boolean => /^[0-9+*#,]*$/.test(dialled(phone))
