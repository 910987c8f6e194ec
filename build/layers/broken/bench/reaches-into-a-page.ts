import { Console } from '../renderer/console/Console.tsx'
export const crime = Console
