/** Under which catalogue and which version of the laws each round was reviewed (审核时适用的目录和法律版本). */
import type { LawThen, RoundThen } from '../../shared/accountability/accountability-page.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { catalogueVersionSchema, type Catalogue } from '../../shared/catalogue/schema.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { lawRegister, versionOnDay } from '../../shared/laws/register-lookup.ts'
import { citedPlaceInWords } from '../../shared/opinion/compose.ts'
import type { IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { roundsOf, type CaseRecord } from '../cases/case-record.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import type { CallContext } from '../core/handler.ts'
import { findOpinion } from '../opinion/opinion-record.ts'

export function roundsThen({ reader, catalogue, today }: Pick<CallContext, 'reader' | 'catalogue' | 'today'>, record: CaseRecord): RoundThen[] {
  return roundsOf(reader, record.id).map(({ round, submittedOn, acceptedOn, catalogueVersion, basis }) => {
    const version = catalogueVersion === null ? null : catalogueVersionSchema.parse(JSON.parse(catalogueVersion))
    const issuedAt: IsoInstant | null = findOpinion(reader, record.id, round)?.issuedAt ?? null
    const lawsOn = issuedAt === null ? (acceptedOn ?? today()) : civilDayOf(issuedAt)
    return {
      round,
      submittedOn,
      acceptedOn,
      catalogue:
        version === null
          ? null
          : { manifest: version.manifest, contentHash: version.contentHash, overlays: version.overlays.map(({ id, version: of }) => `${id} ${of}`) },
      lawsOn,
      laws: lawsThen(catalogueOfRound(reader, catalogue, catalogueVersion), (basis?.fields ?? record.fields).citations, lawsOn),
    }
  })
}

/** By the register of the kept catalogue alone, which cannot change any more; the library of law texts can. */
function lawsThen(catalogue: Catalogue, citations: CaseFields['citations'], day: IsoDate): LawThen[] {
  const register = lawRegister(catalogue.laws)
  return citations.map(({ law, article, paragraph, item }) => {
    const row = register.find(law)
    const entry = row === null ? null : register.entryOf(row)
    const version = entry === null ? null : versionOnDay(entry.versions, day)
    return {
      law: entry?.title ?? law,
      place: citedPlaceInWords({ article, paragraph, item }),
      inForceFrom: version?.inForceFrom ?? null,
      verified: entry !== null && entry.verified && version?.verified !== false,
    }
  })
}
