/** The opinion: drafted and read, then signed and issued. */
import type { opinionContract } from '../../shared/opinion/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { draftingHandlers } from './drafting.ts'
import { readingHandlers } from './reading.ts'
import { signingOffHandlers } from './signing-off.ts'

export const opinionHandlers: Handlers<typeof opinionContract> = { ...draftingHandlers, ...readingHandlers, ...signingOffHandlers }
