/** What carries the contract, seen from the renderer. The screens know this and nothing else of the shell. */
import type { CoreEvent, FileHeading, FileReference, Reply, StagedFile } from '../../shared/contract/reply.ts'
import type { SystemNotice } from '../../shared/shell/desktop-api.ts'

export interface Transport {
  readonly shell: 'desktop' | 'loopback'
  call(name: string, input: unknown): Promise<Reply>
  /** Reads a file that the person dropped or chose into the station. */
  stage(file: File): Promise<Reply<StagedFile>>
  openFile(reference: FileReference): Promise<Reply<FileHeading & { readonly bytes: Uint8Array<ArrayBuffer> }>>
  subscribe(listener: (event: CoreEvent) => void): () => void
  /** Called when the core or the link to it is gone; every pending call has been answered with `core-stopped` by then. */
  onStopped(listener: () => void): () => void
  /** Starts the core again (or links to it again) after it stopped. */
  reopen(): Promise<void>
  /** The person chose a screen outside the page, such as in the system's menu; absent where there is no such place. */
  readonly onGo?: ((listener: (path: string) => void) => () => void) | undefined
  /** Shows a notice of the system; absent where the shell has none. */
  readonly notify?: ((notice: SystemNotice) => void) | undefined
  /** Lets the person choose a folder; absent where the shell has no such dialog. */
  readonly chooseFolder?: (() => Promise<string | undefined>) | undefined
  /** Shows the data folder in the system's file manager, and tells whether it could; absent where the shell cannot. */
  readonly openDataFolder?: (() => Promise<boolean>) | undefined
}
