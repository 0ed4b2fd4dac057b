/** What the desktop shell's preload script shows to the page as `window.fashenDesktop`: this, frozen, and nothing else. */
import type { CoreEvent, FileHeading, Reply, StagedFile } from '../contract/reply.ts'
import type { Remembered, RememberedKey } from './remembered.ts'

export interface DesktopApi {
  /** How the person wants the window to look, as chosen on this computer until the window was opened. */
  readonly remembered: Remembered
  remember(key: RememberedKey, value: string): void
  call(name: string, input: unknown): Promise<Reply>
  stage(file: File): Promise<Reply<StagedFile>>
  /** Hands over the pieces in order, then replies; what was handed over counts only when the reply is `ok`. */
  readFile(reference: string, onPiece: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<Reply<FileHeading>>
  subscribe(listener: (event: CoreEvent) => void): () => void
  onStopped(listener: () => void): () => void
  /** Whether the core runs again. */
  reopen(): Promise<boolean>
  chooseFolder(): Promise<string | undefined>
  /** Shows the data folder in the system's file manager; no other folder can be named. Whether the system could. */
  openDataFolder(): Promise<boolean>
  /** The person chose a screen in the system's menu, or pressed a notice of the system: its address in the application. */
  onGo(listener: (path: string) => void): () => void
  /** Shows a notice of the system; pressed, it brings the window to the front and goes to `path`. */
  notify(notice: SystemNotice): void
  /** Tells the shell that a person can work now; used to measure the start. */
  signalUsable(): void
}

/** A notice of the system (系统通知), in the language of the person. */
export interface SystemNotice {
  readonly title: string
  readonly body: string
  readonly path: string
}

/** The names of the messages between the preload script and the main process. */
export const SHELL_CHANNELS = {
  connect: 'shell:connect',
  port: 'shell:port',
  earlyStatus: 'shell:early-status',
  stopped: 'shell:core-stopped',
  reopen: 'shell:reopen',
  chooseFolder: 'shell:choose-folder',
  openDataFolder: 'shell:open-data-folder',
  remember: 'shell:remember',
  go: 'shell:go',
  notify: 'shell:notify',
  usable: 'shell:usable',
} as const
