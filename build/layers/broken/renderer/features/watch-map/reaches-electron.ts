import { ipcRenderer } from 'electron'

export const reached = ipcRenderer
