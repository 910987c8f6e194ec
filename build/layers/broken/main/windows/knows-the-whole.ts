import { all } from '../composition/all.ts'

export const whole = all
