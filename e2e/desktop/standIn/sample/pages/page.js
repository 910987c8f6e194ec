// A page that is not well meant: from its first line on it looks at whatever it can of the way to the main process.
window.seenAtStart = typeof window.desk
window.spied = []
for (const [owner, name] of [
  [EventTarget.prototype, 'dispatchEvent'],
  [EventTarget.prototype, 'addEventListener'],
  [MessagePort.prototype, 'postMessage'],
  [Function.prototype, 'call'],
]) {
  const original = owner[name]
  owner[name] = function (...given) {
    window.spied.push([name, this])
    return Reflect.apply(original, this, given)
  }
}
