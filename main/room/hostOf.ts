/** The host of an address as certificates and settings name it: without the brackets that a URL puts about an IPv6 one. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')
