/** The law library: reading, searching, comparing. */
import type { lawsContract } from '../../shared/laws/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { versionsOf } from './law-record.ts'
import { citationText } from './law-citation.ts'
import { searchLaws } from './law-search.ts'
import { usesOf } from './law-uses.ts'
import { registeredLaws } from './register-view.ts'
import {
  articleView,
  compareLaw,
  lawDetail,
  lawsNamed,
  lawText,
  listLaws,
  requireLaw,
  requireVersion,
  versionRow,
} from './law-views.ts'

/** Titles that are shown above the articles of a search. */
const TITLES_SHOWN = 8

export const lawsHandlers: Handlers<typeof lawsContract> = {
  'laws.list': (context, input) => listLaws(context.reader, input, context.today()),
  'laws.register': ({ reader, catalogue, today }) => registeredLaws(reader, catalogue.laws, today()),
  'laws.get': (context, { law, version }) =>
    lawDetail(context.reader, context.catalogue.laws, law, version, context.today()),
  'laws.text': (context, { law, version, from, size }) =>
    lawText(context.reader, requireVersion(context.reader, law, version, context.today()).seq, from, size),
  'laws.article': (context, { law, version, article }) =>
    articleView(context.reader, law, version, article, context.today()),
  'laws.search': (context, search) => {
    const today = context.today()
    return searchLaws(context.reader, search, today, (text) =>
      lawsNamed(context.reader, text, search.kind, TITLES_SHOWN, today),
    )
  },
  'laws.compare': (context, { law, left, right, onlyChanged }) =>
    compareLaw(context.reader, law, [left, right], onlyChanged, context.today()),
  'laws.inForceOn': (context, { law, day }) => {
    requireLaw(context.reader, law)
    const found = versionsOf(context.reader, law).find(
      ({ in_force_from, ended_on }) =>
        in_force_from !== null && in_force_from <= day && (ended_on === null || day < ended_on),
    )
    return found === undefined ? null : versionRow(found, context.today())
  },
  'laws.usedIn': ({ reader, catalogue }, { law, article }) =>
    usesOf(reader, catalogue, requireLaw(reader, law), article),
  'laws.citation': (context, place) => citationText(context.reader, place, context.today()),
}
