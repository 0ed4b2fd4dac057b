/** How the desktop window is made. Pure, so that a test reads the hardening off it without a window. */
import { rememberedArgument, type Remembered } from './remembered.ts'
import { MINIMUM_SIZE, type WindowBounds } from './window-state.ts'

export interface WindowRequest {
  /** Absolute path of the preload script. */
  readonly preload: string
  readonly bounds: WindowBounds
  /** Only while developing: the inspector. */
  readonly developing: boolean
  /** How the person wants the window to look, as far as they have chosen. */
  readonly remembered: Remembered
  /** The session without a trace on disk; made by the shell. */
  readonly partition: string
}

export const WINDOW_BACKGROUND = '#f5f6f8'

/** The options of Electron's `BrowserWindow`. */
export function windowOptions({ preload, bounds, developing, remembered, partition }: WindowRequest) {
  return {
    ...bounds,
    minWidth: Math.min(MINIMUM_SIZE.width, bounds.width),
    minHeight: Math.min(MINIMUM_SIZE.height, bounds.height),
    title: '法审台 Fashen',
    backgroundColor: WINDOW_BACKGROUND,
    // Shown when there is something to see, so that no white rectangle flashes.
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      partition,
      additionalArguments: [rememberedArgument(remembered)],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // The spelling checker downloads dictionaries.
      spellcheck: false,
      devTools: developing,
    },
  }
}
