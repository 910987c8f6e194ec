const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('desk', {
  argv: process.argv,
  ask: (what, ...given) => ipcRenderer.invoke('ask', what, ...given),
  tell: (what) => ipcRenderer.send('tell', what),
  hear: (listener) => {
    const heard = (_event, ...given) => listener(...given)
    ipcRenderer.on('news', heard)
    return () => ipcRenderer.removeListener('news', heard)
  },
  twice: (number) => number * 2,
  refuse: () => {
    throw new RangeError('not today')
  },
})
