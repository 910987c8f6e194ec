import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { deskOf } from '../feed/desk.ts'
import { liveFeed } from '../feed/liveFeed.ts'
import { serverOf } from '../feed/serverOf.ts'
import { webChime } from './chime.ts'
import { keepLooks, keptLooks } from '../board/keptLooks.ts'
import type { Machine } from './machine.ts'
import { forgetPass, passAtHand } from './passKeeper.ts'
import { WallPage } from './WallPage.tsx'
import { deskWay, passWay } from './wayIn.ts'

/** A wall's own: a console may stand in the same browser. In the desktop it begins with the console's, whose display it shares. */
const looksPlace = 'xiaonao.wall'

const places = { location, history, storage: localStorage }
const pass = passAtHand(places)
// A link opened on a wall that hangs already: the page is the same, so the browser does not load it anew.
addEventListener('hashchange', () => passAtHand(places) !== pass && location.reload())

const machine: Machine = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
  chance: Math.random,
  reload: () => location.reload(),
  chime: webChime('AudioContext' in window ? () => new AudioContext() : null),
}

const desk = deskOf(window)
const way = pass !== null ? passWay(pass) : desk && deskWay(desk)
const server = await serverOf(desk, 'wall')
const feedOf = () => liveFeed(server)

const page = document.getElementById('page')
if (!page) throw new Error('index.html has the element that the page is drawn into')
createRoot(page).render(
  <StrictMode>
    <WallPage
      way={way}
      asked={new URLSearchParams(location.search).get('wall')}
      machine={machine}
      looks={{ ...(desk && keptLooks(localStorage)), ...keptLooks(localStorage, looksPlace) }}
      keepLooks={(desk) => keepLooks(localStorage, desk, looksPlace)}
      feedOf={feedOf}
      onEnded={() => forgetPass(places)}
    />
  </StrictMode>,
)

// Browsers keep a page for a start without the server only where it came by TLS or from the machine itself.
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/wall/sw.js', { scope: '/wall/' }).catch(() => undefined)
