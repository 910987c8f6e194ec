process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ heard: data as unknown }))

// Work of its own, as a server has: nothing but its parent's end ends it.
setInterval(() => undefined, 60_000)
