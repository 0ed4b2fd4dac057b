/** The words of what is shown before anybody is signed in; the others come with the screens behind the sign-in. */
import { words as app } from '../app/language.ts'
import { words as session } from '../session/language.ts'
import { words as station } from '../station/language.ts'
import { words as ui } from '../ui/language.ts'

export const FIRST_WORDS = { app, session, station, ui } as const
