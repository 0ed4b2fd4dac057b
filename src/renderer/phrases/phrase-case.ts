/** What the phrases of a review are filled from. */
import { createContext } from 'react'
import type { PlaceholderValues } from '../../shared/phrases/placeholders.ts'

export const PhraseCaseContext = createContext<PlaceholderValues>({})
