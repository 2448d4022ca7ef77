export interface PreviewHow {
  /** What replaces each picture, in the order of the urls. */
  readonly words?: readonly string[]
  /** The long side of the current picture lies along the screen's long side. */
  readonly turned?: boolean
}

/** What the phone can do for a page, apart from storage, files and the network. */
export interface Device {
  /** true when copied; WeChat shows its own toast then. false: the platform has said how to do it by hand. */
  copy(text: string): Promise<boolean>
  /** Says 「已复制，到电脑上粘贴」 where the platform has not said so itself. */
  copied(): void
  toast(text: string): void
  /** A question with two answers; true for the first. */
  confirm(question: { title: string; text: string; yes: string; no: string; danger?: boolean }): Promise<boolean>
  tick(): void
  /** Full screen, to swipe, zoom, save and forward. false: it could not be shown. */
  preview(urls: readonly string[], current: string, how?: PreviewHow): Promise<boolean>
  /** Fetches what is likely to be looked at next, when nothing else is to be done and data is not being saved. */
  fetchAhead(urls: readonly string[]): void
  /** Keeps the screen lit while true. The platform lets go by itself when the app is left. */
  stayAwake(on: boolean): void
  /** Within the tap, and once a tap. On the web a file for the calendar, in WeChat the phone's own. */
  addToCalendar(event: CalendarEvent): Promise<CalendarOutcome>
  /**
   * WeChat's question whether one message of this template may be sent; within the tap. `off`: messages
   * are switched off altogether. `none`: not on this platform, or it cannot be asked now.
   */
  askForMessage(template: string): Promise<'accepted' | 'refused' | 'off' | 'none'>
  /** WeChat's page with the privacy statement that the operator declared; null on other platforms. */
  readonly privacyContract: (() => void) | null
  /** WeChat's own page of what this app may do; within the tap. */
  openSettings(): void
  online(): boolean
  onOnline(listener: (online: boolean) => void): () => void
  /** The app came to the front, also at its start; went to the back. */
  onShow(listener: () => void): () => void
  onHide(listener: () => void): () => void
  /** 0.94–1.5 times the normal text size. */
  fontScale(): number
  scanCode(): Promise<string | null>
  /** Offers a picture of this phone to be saved or sent: WeChat's own panel, a browser's, or a download. Turning back counts as done. */
  shareImage(path: string, name: string): Promise<boolean>
  /** Saves a text file for the person: a share sheet in WeChat, a download on the web. Turning back counts as done. */
  saveText(name: string, text: string): Promise<boolean>
}

export interface CalendarEvent {
  /** The same for the same day: a calendar may replace by it. */
  readonly id: string
  readonly title: string
  /** ms since 1970. */
  readonly startMs: number
  readonly endMs: number
  /** ms before the start, the earliest first. WeChat takes one: the last. */
  readonly alarmsMs: readonly number[]
  readonly note: string
}

/**
 * `file`: a file was made that the person opens. WeChat on Android says `added` also when the person
 * turned back: it may be added again.
 */
export type CalendarOutcome = 'added' | 'file' | 'refused' | 'dismissed' | 'none'
