/** The station's data while it is being typed, and what is wrong with it. */
import { formatNumber, isNumberPrefix, opinionPrefix } from '../../shared/numbering/document-number.ts'
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
  /** Kept as it is: it has a form of its own. */
  readonly letterhead?: StationFields['letterhead']
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
  const { agency, reviewBody, region, divisionCode, level, numberPrefix, sector, letterhead } = station
  const draft = { agency, reviewBody, region, divisionCode: divisionCode ?? '', level, numberPrefix, sector }
  return letterhead === undefined ? draft : { ...draft, letterhead }
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
export function sampleNumber(prefix: string, year: number): string {
  const whole = opinionPrefix(prefix.trim())
  return isNumberPrefix(whole) ? formatNumber({ prefix: whole, year }, 1) : `…法审〔${year}〕1号`
}
