/** The station's data while it is being typed, and what is wrong with it. */
import { numberText, USUAL_NUMBERING } from '../../shared/numbering/number-pattern.ts'
import { stationFieldsSchema, type StationFields } from '../../shared/station/contract.ts'

export interface StationDraft {
  readonly agency: string
  readonly reviewBody: string
  readonly region: string
  /** Empty: not known. */
  readonly divisionCode: string
  readonly level: StationFields['level']
  readonly numberPrefix: string
  readonly sector: string | null
  /** Kept as they are: they have forms of their own. */
  readonly letterhead?: StationFields['letterhead']
  readonly numbering?: StationFields['numbering']
}

export const EMPTY_STATION: StationDraft = {
  agency: '',
  reviewBody: '',
  region: '',
  divisionCode: '',
  level: 'county',
  numberPrefix: '',
  sector: null,
}

export function draftOf(station: StationFields): StationDraft {
  const { agency, reviewBody, region, divisionCode, level, numberPrefix, sector, letterhead, numbering } = station
  const draft = { agency, reviewBody, region, divisionCode: divisionCode ?? '', level, numberPrefix, sector }
  return { ...draft, ...(letterhead === undefined ? {} : { letterhead }), ...(numbering === undefined ? {} : { numbering }) }
}

export function fieldsOf(draft: StationDraft): StationFields {
  const code = draft.divisionCode.trim()
  return { ...draft, divisionCode: code === '' ? null : code }
}

export type StationField = 'agency' | 'reviewBody' | 'region' | 'divisionCode' | 'numberPrefix'

/** The fields that cannot be accepted as they are. */
export function wrongStationFields(draft: StationDraft): ReadonlySet<StationField> {
  const parsed = stationFieldsSchema.safeParse(fieldsOf(draft))
  return new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0] as StationField))
}

/** How a document number will look, such as 沅环法审〔2026〕1号. */
export function sampleNumber({ numberPrefix, numbering = USUAL_NUMBERING }: Pick<StationFields, 'numberPrefix' | 'numbering'>, year: number): string {
  const code = numberPrefix.trim()
  return numberText(numbering.opinion, stationFieldsSchema.shape.numberPrefix.safeParse(code).success ? code : '…', year, 1)
}
