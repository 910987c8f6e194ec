const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('desk', {
  argv: process.argv.slice(1),
  ask: (what, value) => ipcRenderer.invoke('ask', what, value),
  tell: (what) => ipcRenderer.send('tell', what),
  hear: (listener) => {
    const heard = (_event, ...given) => listener(...given)
    ipcRenderer.on('news', heard)
    return () => ipcRenderer.removeListener('news', heard)
  },
  twice: (number) => number * 2,
  refuse: () => {
    throw new Error('not today')
  },
})
