import { EventEmitter } from 'node:events'

/** Loaded in a utility process before its own file: the port to its parent, as Electron gives it. */
const port = Object.assign(new EventEmitter(), { postMessage: (message: object) => void process.send?.(message) })

// What came before anybody listened waits for the first who does.
port.on('newListener', (event) => {
  if (event === 'message' && port.listenerCount('message') === 0)
    process.on('message', (data: unknown) => port.emit('message', { data, ports: [] }))
})
// As in Electron it does not outlive the app, however and whenever that ends.
if (!process.connected) process.exit(1)
process.once('disconnect', () => process.exit(1))
Object.defineProperty(process, 'parentPort', { value: port })
