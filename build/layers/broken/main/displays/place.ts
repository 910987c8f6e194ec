export const place = (): number => 1
