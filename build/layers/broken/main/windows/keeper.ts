import { BrowserWindow } from 'electron'
import { write } from '../files/write.ts'

export const keeper = { BrowserWindow, write }
