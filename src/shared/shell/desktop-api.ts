/** What the desktop shell's preload script shows to the page as `window.fashenDesktop`: this, frozen, and nothing else. */
import type { CoreEvent, FileHeading, Reply, StagedFile } from '../contract/reply.ts'
import type { Language } from '../values/values.ts'

export interface DesktopApi {
  /** The language that the person chose last on this computer. */
  readonly language: Language | undefined
  rememberLanguage(language: Language): void
  call(name: string, input: unknown): Promise<Reply>
  stage(file: File): Promise<Reply<StagedFile>>
  /** Hands over the pieces in order, then replies; what was handed over counts only when the reply is `ok`. */
  readFile(reference: string, onPiece: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<Reply<FileHeading>>
  subscribe(listener: (event: CoreEvent) => void): () => void
  onStopped(listener: () => void): () => void
  /** Whether the core runs again. */
  reopen(): Promise<boolean>
  chooseFolder(): Promise<string | undefined>
  /** Tells the shell that a person can work now; used to measure the start. */
  signalUsable(): void
}

/** The names of the messages between the preload script and the main process. */
export const SHELL_CHANNELS = {
  connect: 'shell:connect',
  port: 'shell:port',
  earlyStatus: 'shell:early-status',
  stopped: 'shell:core-stopped',
  reopen: 'shell:reopen',
  chooseFolder: 'shell:choose-folder',
  rememberLanguage: 'shell:remember-language',
  usable: 'shell:usable',
} as const

/** How the remembered language reaches the preload script. */
export const LANGUAGE_ARGUMENT = '--fashen-language='
