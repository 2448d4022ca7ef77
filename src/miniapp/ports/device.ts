/** What the phone can do for a page, apart from storage, files and the network. */
export interface Device {
  /** true when copied; WeChat shows its own toast then. */
  copy(text: string): Promise<boolean>
  /** Says 「已复制，到电脑上粘贴」 where the platform has not said so itself. */
  copied(): void
  toast(text: string): void
  /** A question with two answers; true for the first. */
  confirm(question: { title: string; text: string; yes: string; no: string; danger?: boolean }): Promise<boolean>
  tick(): void
  preview(urls: readonly string[], current: string): Promise<void>
  /** false: the platform has no phone calendar, or it was refused. */
  addToCalendar(event: { title: string; startMs: number; note: string }): Promise<boolean>
  online(): boolean
  onOnline(listener: (online: boolean) => void): () => void
  /** The app came to the front, also at its start; went to the back. */
  onShow(listener: () => void): () => void
  onHide(listener: () => void): () => void
  /** 0.94–1.5 times the normal text size. */
  fontScale(): number
  scanCode(): Promise<string | null>
  /** Saves a text file for the person: a share sheet in WeChat, a download on the web. */
  saveText(name: string, text: string): Promise<boolean>
}
