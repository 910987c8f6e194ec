import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { deskAsks, deskNews } from '../../shared/contracts/deskNames.ts'

/**
 * All that a page of the desktop has of the machine: ask one of these names, hear one of those. Payloads are checked in
 * main, which need not believe a page; listening ends with the function that `hear` answers, because a function that
 * crosses the bridge is wrapped and could not be found again to be taken off.
 */
const bridge: DeskBridge = {
  ask: (name, payload) => {
    if (!deskAsks.includes(name)) return Promise.reject(new Error('refused'))
    return ipcRenderer.invoke(name, payload) as never
  },
  hear: (name, listener) => {
    if (!deskNews.includes(name)) throw new Error('refused')
    const heard = (_event: IpcRendererEvent, payload: unknown) => listener(payload as never)
    ipcRenderer.on(name, heard)
    return () => void ipcRenderer.removeListener(name, heard)
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
