/** The station (工作站): one agency's folder. Set-up, opening with the key, and what it is. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { ErrorJson } from '../errors/errors.ts'
import { loginSchema, passwordSchema, personNameSchema, type SignedInPerson } from '../people/contract.ts'
import { letterheadSchema } from './letterhead.ts'
import { numberingSchema } from '../numbering/number-pattern.ts'
import { stationIdSchema } from '../values/values.ts'

export const PASSPHRASE_MINIMUM = 12

export const STATION_LEVELS = ['province', 'city', 'county', 'township', 'other'] as const

export const stationFieldsSchema = z.strictObject({
  /** Full name of the agency (机关全称), as on its seal. */
  agency: z.string().trim().min(2).max(100),
  /** Name of the review body (审核机构), such as 法制审核股. */
  reviewBody: z.string().trim().min(2).max(60),
  /** Administrative division (行政区划), written out: 某省某市某县. */
  region: z.string().trim().min(2).max(60),
  /** Six-digit division code (GB/T 2260); decides which local rows of the catalogue hold here. Null: national rows only. */
  divisionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  level: z.enum(STATION_LEVELS),
  /** The agency's code in its numbers (发文机关代字), such as 沅环. */
  numberPrefix: z
    .string()
    .trim()
    .min(1)
    .max(12)
    .regex(/^[\p{Script=Han}A-Za-z]+$/u),
  /** Sector of the catalogue's review limits, such as `marketRegulation`; null: the national rule only. */
  sector: z.string().max(60).nullable(),
  /** What documents print besides; absent: nothing. */
  letterhead: letterheadSchema.optional(),
  /** How its numbers are put together; absent: as usual (`USUAL_NUMBERING`). */
  numbering: numberingSchema.optional(),
})
export type StationFields = z.infer<typeof stationFieldsSchema>

export const stationSchema = stationFieldsSchema.extend({ id: stationIdSchema })
export type Station = z.infer<typeof stationSchema>

export interface StationStatus {
  /**
   * `absent`: nothing there yet; `closed`: waits for its key; `opening`: the system's key chain is opening it, so that a
   * person can already type who signs in; `open`.
   */
  readonly phase: 'absent' | 'closed' | 'opening' | 'open'
  readonly folder: string
  /** Why no station can be set up in the folder; null where there is one, or nothing is known against it. */
  readonly refusal: ErrorJson | null
  /** Name of the key chain that can open this station without the passphrase; null where there is none. */
  readonly keyChain: string | null
  /** What the station is; null until it is open. */
  readonly station: Station | null
  /** Version of the catalogue with its overlays; null until it is open. */
  readonly catalogueVersion: string | null
  readonly programVersion: string
  /** True for a throw-away station of `--demo`. */
  readonly demo: boolean
}

export const stationContract = {
  'station.status': method({ input: z.strictObject({}), allowed: 'closed', access: 'read' }).returns<StationStatus>(),
  'station.setUp': method({
    input: z.strictObject({
      station: stationFieldsSchema,
      administrator: z.strictObject({ name: personNameSchema, login: loginSchema, password: passwordSchema }),
      passphrase: z.string().min(1).max(1024),
    }),
    allowed: 'closed',
    access: 'write',
  }).returns<SignedInPerson>(),
  'station.unlock': method({
    input: z.strictObject({ passphrase: z.string().min(1).max(1024) }),
    allowed: 'closed',
    access: 'write',
  }).returns<StationStatus>(),
  'station.unlockWithKeyChain': method({ input: z.strictObject({}), allowed: 'closed', access: 'write' }).returns<StationStatus>(),
  /** Where the data lies and how much it is; bytes. Throws `store-gone`. */
  'station.folder': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<{
    readonly folder: string
    readonly bytes: number
    readonly files: number
  }>(),
  'station.update': method({
    input: z.strictObject({ station: stationFieldsSchema }),
    allowed: ['admin'],
    access: 'write',
  }).returns<Station>(),
}
