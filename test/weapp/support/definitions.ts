/**
 * `Page` and `Component` as the app's scripts call them: registered with WeChat's component framework
 * under the script's own path, with plain events in and every setData counted on its way out.
 */
import { component as adapter, type CodeSpace, type ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { CompiledApp } from './compiled-app'
import type { Timers } from './timers'
import { plainEvent } from './weapp-event'

type Methods = Record<string, unknown>
type Definition = Methods & { readonly methods?: Methods }

/** One setData of a page or of a component inside it. */
export interface Render {
  /** Of its JSON in UTF-8: what is sent from the logic to the view. */
  readonly bytes: number
  readonly keys: readonly string[]
  readonly json: string
}

export interface Definitions {
  readonly renders: Render[]
  /** How often a template's handler was called so far. */
  heard(): number
  constructors(current: () => string): Readonly<Record<'Page' | 'Component', (definition: Definition) => void>> & {
    readonly Behavior: () => never
  }
  stop(): void
}

export function createDefinitions(
  app: CompiledApp,
  space: CodeSpace,
  timers: Timers,
  report: (error: unknown) => void,
): Definitions {
  const renders: Render[] = []
  let heard = 0
  for (const [path, template] of Object.entries(app.templates)) {
    space.addCompiledTemplate(path, template)
    space.addComponentStaticConfig(path, app.config(path) ?? {})
  }

  /** WeChat hands plain events over, and what the handler answers does not stop them. */
  const plain = (methods: Methods): Methods => {
    const handler = methods.eh as ((this: unknown, event: object) => unknown) | undefined
    if (handler === undefined) return methods
    const eh = function (this: unknown, event: Parameters<typeof plainEvent>[0]) {
      heard += 1
      handler.call(this, plainEvent(event))
    }
    return { ...methods, eh }
  }

  interface Caller {
    readonly _$?: { getBackendContext(): unknown }
    setData: (data: Methods, done?: () => void) => void
  }
  const proto = adapter.ComponentCaller.prototype as unknown as Caller
  const send = proto.setData
  proto.setData = function (this: Caller, data, done) {
    const text = JSON.stringify(data) // WeChat sends JSON and nothing else
    const sent = JSON.parse(text) as Methods
    for (const key of Object.keys(data))
      if (!(key in sent)) report(`setData of ${key}: ${String(data[key])} is invalid`)
    renders.push({ bytes: Buffer.byteLength(text), keys: Object.keys(data), json: text })
    // A page that is closed already renders nothing and never says that it did.
    const over = this._$?.getBackendContext() ? timers.begin() : () => undefined
    send.call(this, sent, () => {
      over()
      done?.()
    })
  }

  const define = (path: string, use: (env: ComponentEnv) => void) => space.componentEnv(path, use)
  return {
    renders,
    heard: () => heard,
    constructors: (current) => ({
      Page: (definition) => define(current(), ({ Page }) => Page(plain(definition))),
      Component: (definition) =>
        define(current(), ({ Component }) =>
          Component({ ...definition, methods: plain(definition.methods ?? {}) } as object),
        ),
      Behavior() {
        throw new Error('this app uses no behaviors')
      },
    }),
    stop() {
      proto.setData = send
    },
  }
}
