/**
 * How Node is started where the core runs in it: half of the room for young objects that Node takes by itself, as Electron's
 * own core process has it. It is some 40 MB less with 100,000 cases, and no slower.
 */
export const CORE_FLAGS = ['--max-semi-space-size=8'] as const
