/** Cuts what comes over Chromium's debugging pipe into messages: each ends in a zero byte, and a chunk may hold parts of several. */
export function messages(hear: (message: string) => void): (chunk: Buffer) => void {
  let rest: readonly Buffer[] = []
  return (chunk) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      hear(Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8'))
      rest = []
      from = end + 1
    }
    if (from < chunk.length) rest = [...rest, chunk.subarray(from)]
  }
}
