import './number.css'

const number = document.getElementById('number')
if (!number) throw new Error('index.html has the element that the number is written into')
const asked = new URLSearchParams(window.location.search).get('n') ?? ''
// Whatever else the address says, a display has a number of two digits at most.
number.textContent = /^\d{1,2}$/.test(asked) ? asked : '?'
