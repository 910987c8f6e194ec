import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onDeskChanged, roomStore } from '../board/store.ts'
import { deskOf } from '../feed/desk.ts'
import { liveFeed } from '../feed/liveFeed.ts'
import { serverOf } from '../feed/serverOf.ts'
import { ConsolePage } from './ConsolePage.tsx'
import { keepPreferences, preferences } from './preferences.ts'

const store = roomStore(preferences(localStorage))
onDeskChanged(store, (desk) => keepPreferences(localStorage, desk))

const page = document.getElementById('page')
if (!page) throw new Error('index.html has the element that the page is drawn into')
const server = await serverOf(deskOf(window))
const feedOf = () => liveFeed(server)
createRoot(page).render(
  <StrictMode>
    <ConsolePage store={store} feedOf={feedOf} />
  </StrictMode>,
)
