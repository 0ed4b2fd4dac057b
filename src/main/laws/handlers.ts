/** The law library: importing, reading, searching, comparing, and checking citations against it. */
import { basename } from 'node:path'
import { stat } from 'node:fs/promises'
import { FashenError } from '../../shared/errors/errors.ts'
import { checkCitation, type CitationDays } from '../../shared/laws/check-citation.ts'
import { parseNumber } from '../../shared/laws/chinese-numbers.ts'
import type { lawsContract, ResolvedCitation } from '../../shared/laws/contract.ts'
import type { CitationRole } from '../../shared/facts/facts.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers, Workbench } from '../core/handler.ts'
import { decisionOf } from '../followup/decision-record.ts'
import type { Reader } from '../store/database.ts'
import { gistsOf } from './article-gists.ts'
import { LawImport, type ImportDesk, type ImportFrom } from './import-job.ts'
import { findArticle, findLawByTitle, lawLookup, registerOf } from './library-lookup.ts'
import { findLawFiles, isLawFile, LAW_FILE_LIMIT, readLawFile } from './law-files.ts'
import { versionsOf } from './law-record.ts'
import { citationText } from './law-citation.ts'
import { searchLaws } from './law-search.ts'
import { usesOf } from './law-uses.ts'
import { registeredLaws } from './register-view.ts'
import {
  articleName,
  articleView,
  compareLaw,
  currentOf,
  lawDetail,
  lawsNamed,
  lawText,
  listFiles,
  listLaws,
  requireLaw,
  requireVersion,
  versionRow,
} from './law-views.ts'

/** The import of each open station: the one that runs, or the last. A station is known by its reader. */
const imports = new WeakMap<Reader, LawImport>()

/** Titles that are shown above the articles of a search. */
const TITLES_SHOWN = 8

export const lawsHandlers: Handlers<typeof lawsContract> = {
  'laws.import': async (context, input) => {
    const running = imports.get(context.reader)
    if (running?.running === true) throw new FashenError('law-import-running', { source: running.state.source })
    const from =
      input.from === 'folder' ? await folderSource(input.folder) : stagedSource(context, input.source, input.files)
    const job = new LawImport(deskOf(context), from, context.person.id)
    imports.set(context.reader, job)
    return job.state
  },
  'laws.importState': ({ reader }) => imports.get(reader)?.state ?? null,
  'laws.cancelImport': ({ reader }) => {
    const job = imports.get(reader)
    job?.stop()
    return job?.state ?? null
  },
  'laws.files': ({ reader }, input) => listFiles(reader, input),
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
  'laws.gists': ({ catalogue }, { citations }) => gistsOf(catalogue, citations),
  'laws.checkCitations': (context, { citations, act, decision }) => resolveAll(context, citations, { act, decision }),
  'laws.checkCase': (context, { caseId }) => {
    const { fields } = requireCase(context.reader, caseId)
    const citations = fields.citations.map((one) => ({ ...one, quotation: null }))
    const decided = decisionOf(context.reader, caseId)?.decidedOn ?? null
    return resolveAll(context, citations, { act: fields.actTo ?? fields.actFrom, decision: decided ?? context.today() })
  },
}

/** Outlives the call: nothing of it belongs to the connection. */
function deskOf({ reader, catalogue, instant, emit, withoutAudit, actAs }: Workbench): ImportDesk {
  return { reader, catalogue, instant, emit, withoutAudit, actAs }
}

async function folderSource(folder: string): Promise<ImportFrom> {
  const found = await stat(folder).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new FashenError('law-folder-unreadable', { folder, reason }, { cause: error })
  })
  if (!found.isDirectory()) throw new FashenError('law-folder-unreadable', { folder, reason: 'not-a-folder' })
  return {
    source: basename(folder) || folder,
    files: (stopped) => findLawFiles(folder, stopped),
    read: (path) => readLawFile(`${folder}/${path}`),
  }
}

/** Files that were dropped: they stay staged until the connection ends, and only their texts are kept. */
function stagedSource(
  context: CallContext,
  source: string,
  files: readonly { readonly stagedId: string; readonly path: string }[],
): ImportFrom {
  const staged = new Map(
    files.flatMap(({ stagedId, path }) => {
      const name = path.split(/[/\\]/).at(-1) ?? path
      if (!isLawFile(name)) return []
      return [[path.replaceAll('\\', '/'), context.staging.find(context.caller.connection, stagedId, name)] as const]
    }),
  )
  const { files: store } = context
  return {
    source,
    files: () => Promise.resolve([...staged.keys()].toSorted()),
    read: async (path) => {
      const file = staged.get(path)
      if (file === undefined) return { outcome: 'unreadable' }
      if (file.size > LAW_FILE_LIMIT) return { outcome: 'tooLarge' }
      return { bytes: await store.readWhole(file.sha256, file.name) }
    },
  }
}

interface Cited {
  readonly law: string
  readonly article: string
  readonly paragraph: string
  readonly item: string
  readonly role: CitationRole
  readonly quotation: string | null
}

/** 第五十八条之一 → 58 and 1; null for nothing or what is no number. */
function writtenArticle(written: string): { readonly number: number; readonly sub: number } | null {
  const [main = '', sub] = written.replaceAll(/[第条（）()\s]/gu, '').split(/[之-]/u)
  const number = parseNumber(main)
  return number === null || number === 0 ? null : { number, sub: sub === undefined ? 0 : (parseNumber(sub) ?? 0) }
}

function writtenPart(written: string): number | null {
  const number = parseNumber(written.replaceAll(/[第款项（）()\s]/gu, ''))
  return number === 0 ? null : number
}

function resolveAll(context: CallContext, citations: readonly Cited[], days: CitationDays): ResolvedCitation[] {
  const { reader, catalogue } = context
  const lookup = lawLookup(reader, catalogue)
  return citations.map((cited) => {
    const article = writtenArticle(cited.article)
    const checked = {
      law: cited.law,
      article: article?.number ?? null,
      sub: article?.sub ?? 0,
      paragraph: writtenPart(cited.paragraph),
      item: writtenPart(cited.item),
      role: cited.role,
      quotation: cited.quotation,
    }
    const troubles = checkCitation(lookup, checked, days)
    const registered = registerOf(catalogue.laws).find(cited.law)
    const head = findLawByTitle(reader, registered?.title['zh-CN'] ?? cited.law)
    const versions = head === undefined ? [] : versionsOf(reader, head.id)
    const day = days.act ?? days.decision ?? context.today()
    const meant =
      versions.find(
        (row) =>
          row.in_force_from !== null && row.in_force_from <= day && (row.ended_on === null || day < row.ended_on),
      ) ?? currentOf(versions, day)
    const there =
      meant !== undefined &&
      article !== null &&
      findArticle(reader, meant.seq, article.number, article.sub) !== undefined
    return {
      law: head?.id ?? null,
      version: meant?.version ?? null,
      article: there && article !== null ? articleName(article.number, article.sub) : null,
      title: lookup.find(cited.law)?.title ?? null,
      troubles,
    }
  })
}
