import { EventEmitter } from 'node:events'

/** Loaded in a utility process before its own file: the port to its parent, as Electron gives it. */
const port = Object.assign(new EventEmitter(), { postMessage: (message: object) => void process.send?.(message) })
process.on('message', (data: unknown) => port.emit('message', { data, ports: [] }))
Object.defineProperty(process, 'parentPort', { value: port })
