import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SentId } from '../../shared/domain/ids.ts'
import { fieldFeed } from '../feed/fieldFeed.ts'
import { serverClock } from '../feed/serverClock.ts'
import { speech } from '../ui/words.ts'
import { randomId } from '../ui/randomId.ts'
import { alertSound } from './alertSound.ts'
import { fieldApi } from './fieldApi.ts'
import './field.css'
import './task.css'
import './actions.css'
import { FieldPage } from './FieldPage.tsx'
import { fieldRoom } from './fieldRoom.ts'
import { takeToken } from './linkToken.ts'
import { NoLink } from './NoLink.tsx'
import { openPhoneStore } from './phoneStore.ts'
import { languageOf, themeOf } from './preferences.ts'
import { watchPlace } from './watchPlace.ts'

const theme = themeOf(localStorage)
if (theme !== 'auto') document.documentElement.dataset['theme'] = theme
const language = languageOf(localStorage)
document.documentElement.lang = language
void speech.changeLanguage(language)

const element = document.getElementById('page')
if (!element) throw new Error('index.html has the element that the page is drawn into')
const page = createRoot(element)

const isApple = /iPhone|iPad|Macintosh/.test(navigator.userAgent)
/** A page that nobody has touched yet may not vibrate. */
const vibrate = (pattern: readonly number[]) => {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.([...pattern])
}

const link = takeToken({
  storage: localStorage,
  hash: location.hash,
  clearHash: () => history.replaceState(null, '', location.pathname + location.search),
})

const open = async (token: string, isNew: boolean) => {
  const store = await openPhoneStore()
  // Another link may be another unit's: what the old one was told is not for this one to see.
  if (isNew) await store.keepView(null)
  const api = fieldApi(token)
  const room = fieldRoom({
    store,
    api,
    clock: serverClock(Date.now),
    now: Date.now,
    newId: () => SentId.parse(randomId(crypto)),
    later: (wake, ms) => {
      const timer = setTimeout(wake, ms)
      return () => clearTimeout(timer)
    },
  })
  const sound = alertSound()
  addEventListener('pointerdown', sound.unlock, { once: true })
  for (const change of ['online', 'offline']) addEventListener(change, () => void room.exchange())
  addEventListener('focus', () => void room.exchange())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void room.exchange())

  page.render(
    <StrictMode>
      <FieldPage room={room} api={api} isApple={isApple} vibrate={vibrate} ring={sound.beep} />
    </StrictMode>,
  )
  await room.open()
  fieldFeed(token, { onChanged: () => void room.exchange(), onSocket: room.socket, onDead: room.dead })
  watchPlace(navigator.geolocation, (fix) => void room.moved(fix), room.cannotLocate)
}

if (link) void open(link.token, link.isNew)
else page.render(<NoLink />)

// A link opened while the page is open only changes the part after #, which loads nothing.
addEventListener('hashchange', () => location.reload())

if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }).catch(() => undefined)
