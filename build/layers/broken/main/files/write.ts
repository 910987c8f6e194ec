export const write = (): void => {}
