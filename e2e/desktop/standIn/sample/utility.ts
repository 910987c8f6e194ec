process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ heard: data as unknown }))
