/** The composition root: platform adapters behind the ports, stores over the ports, pages over both. */
import { useLaunch } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { content } from '#domain/content/content'
import { createPlatform, type Platform } from './adapters/platform'
import { openedFrom } from './adapters/opened-from'
import './app.scss'
import { AppNotice } from './features/notice/app-notice'
import { AppContext, type App as Services } from './stores/app-context'
import { createServices } from './stores/services'
import { SurroundingsContext, type Surroundings } from './ui/surroundings'

interface Made {
  readonly services: Services
  readonly surroundings: Surroundings
}

function make(platform: Platform): Made {
  const services = createServices({ ...platform, content })
  return { services, surroundings: { fontScale: platform.device.fontScale(), notice: <AppNotice /> } }
}

export default function App({ children }: { readonly children?: ReactNode }) {
  const [{ services, surroundings }] = useState(() => make(createPlatform()))
  useLaunch((options) => {
    services.sync.start()
    services.photos.start()
    const scene = openedFrom(options.query ?? {})
    if (scene !== null) void services.session.invite(scene)
  })
  return (
    <AppContext.Provider value={services}>
      <SurroundingsContext.Provider value={surroundings}>{children}</SurroundingsContext.Provider>
    </AppContext.Provider>
  )
}
