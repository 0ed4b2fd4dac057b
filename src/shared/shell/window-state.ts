/** Where the window was when it was last closed, in device-independent pixels of the virtual screen. */
import { z } from 'zod'

const coordinate = z.int().min(-100_000).max(100_000)

export const windowStateSchema = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.int().min(200).max(100_000),
  height: z.int().min(200).max(100_000),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MINIMUM_SIZE = { width: 1024, height: 640 } as const
const FIRST_SIZE = { width: 1360, height: 860 } as const
/** So much of the window must lie on a screen that a person can take hold of its title bar. */
const VISIBLE = 80

export interface WindowBounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** The bounds to open with: as remembered where some screen still shows them, otherwise centred and no larger than the screen. */
export function boundsToOpen(state: WindowState | undefined, screens: readonly Area[]): WindowBounds {
  const seen = state !== undefined && screens.some((screen) => shows(screen, state))
  if (seen) return { x: state.x, y: state.y, width: state.width, height: state.height }
  const first = screens[0]
  const limit = (wanted: number, available: number | undefined): number => Math.min(wanted, available ?? wanted)
  return { width: limit(FIRST_SIZE.width, first?.width), height: limit(FIRST_SIZE.height, first?.height) }
}

function shows(screen: Area, window: Area): boolean {
  const across = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)
  return across >= VISIBLE && window.y >= screen.y && window.y <= screen.y + screen.height - VISIBLE
}
