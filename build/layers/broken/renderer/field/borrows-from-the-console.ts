import { Console } from '../console/Console.tsx'
export const crime = Console
