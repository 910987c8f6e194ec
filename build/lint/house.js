import { noBarrel } from './noBarrel.js'
import { noDefaultExport } from './noDefaultExport.js'
import { noVagueName } from './noVagueName.js'

/** The house's own lint rules, as ESLint wants a plugin to look. */
export const house = {
  rules: { 'no-barrel': noBarrel, 'no-default-export': noDefaultExport, 'no-vague-name': noVagueName },
}
