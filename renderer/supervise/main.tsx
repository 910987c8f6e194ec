import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepLooks, keptLooks } from '../board/keptLooks.ts'
import { onDeskChanged, roomStore } from '../board/store.ts'
import { deskOf } from '../feed/desk.ts'
import { liveFeed } from '../feed/liveFeed.ts'
import { serverOf } from '../feed/serverOf.ts'
import { SupervisePage } from './SupervisePage.tsx'

const store = roomStore(keptLooks(localStorage))
onDeskChanged(store, (desk) => keepLooks(localStorage, desk))

const page = document.getElementById('page')
if (!page) throw new Error('index.html has the element that the page is drawn into')
const server = await serverOf(deskOf(window))
const feedOf = () => liveFeed(server)
createRoot(page).render(
  <StrictMode>
    <SupervisePage store={store} feedOf={feedOf} />
  </StrictMode>,
)
