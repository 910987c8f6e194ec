onmessage = async ({ data }) => {
  const response = await fetch('/echo', { method: 'POST', body: data })
  postMessage(await response.json())
}
