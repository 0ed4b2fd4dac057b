/**
 * The page's policy forbids making code from text. zod would try that to be faster, once, and the browser would
 * report it; so it is told before the first schema is made. `index.html` loads this file first.
 */
import { z } from 'zod'

z.config({ jitless: true })
