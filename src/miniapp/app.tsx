/** The composition root: platform adapters behind the ports, stores over the ports, pages over both. */
import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import { useRef, useState, type ReactNode } from 'react'
import { outline } from '#domain/content/parts/outline'
import { claimFrom, openedFrom } from './adapters/opened-from'
import { createPlatform } from './adapters/platform'
import './app.scss'
import './brand.css'
import { AppNotice } from './features/notice/app-notice'
import type { Platform } from './ports/platform'
import { AppContext, type App as Services } from './stores/app-context'
import { createServices } from './stores/services'
import { SurroundingsContext, type Surroundings } from './ui/surroundings'

/** ms: a page can be opened over the first one only when that is there. */
const firstPageMs = 300

interface Made {
  readonly services: Services
  readonly surroundings: Surroundings
}

function make(platform: Platform): Made {
  const services = createServices(platform, outline)
  return { services, surroundings: { fontScale: platform.device.fontScale(), notice: <AppNotice /> } }
}

export default function App({ children }: { readonly children?: ReactNode }) {
  const [{ services, surroundings }] = useState(() => make(createPlatform()))
  const heard = useRef<string | null>(null)
  /** A code opens the app, or brings it to the front with a new query (a hot start has no launch). */
  const arrive = (query: Readonly<Record<string, unknown>> = {}) => {
    const scene = openedFrom(query)
    const claim = claimFrom(query)
    const code = scene ?? claim
    if (code === null || code === heard.current) return
    heard.current = code
    if (scene !== null) void services.session.invite(scene)
    else if (claim !== null && services.session.getState().rep === null)
      services.clock.after(firstPageMs, () => services.navigator.claim(claim))
  }
  useLaunch((options) => {
    services.start()
    arrive(options.query)
  })
  useDidShow((options) => arrive(options?.query))
  /** An old link or a shared card of a page that is no more. */
  usePageNotFound(() => {
    services.navigator.home()
    services.device.toast('这一页找不到了，先回到首页')
  })
  return (
    <AppContext.Provider value={services}>
      <SurroundingsContext.Provider value={surroundings}>{children}</SurroundingsContext.Provider>
    </AppContext.Provider>
  )
}
