/** People (人员): who works at the station, in which role, with which certificates. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { isoDateSchema, personIdSchema, type IsoInstant, type PersonId } from '../values/values.ts'
import { roleSchema, type Role } from './roles.ts'

export const PASSWORD_MINIMUM = 8

/** 执法证 (enforcement certificate) or 法律职业资格证 (legal professional qualification). `validUntil` null: no end. */
export const credentialSchema = z.strictObject({
  kind: z.enum(['enforcementCertificate', 'legalQualification']),
  number: z.string().trim().min(1).max(60),
  validFrom: isoDateSchema.nullable(),
  validUntil: isoDateSchema.nullable(),
})
export type Credential = z.infer<typeof credentialSchema>

export const loginSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
export const passwordSchema = z.string().min(1).max(256)
export const personNameSchema = z.string().trim().min(1).max(60)

/**
 * Whose person this is: of the agency itself (本机关人员), its legal adviser (法律顾问), a government lawyer (公职律师), or
 * somebody of another agency's shared pool of reviewers (共享审核人才库); 国办发〔2018〕118号 (11).
 */
export const AFFILIATIONS = ['own', 'legalAdviser', 'governmentLawyer', 'pool'] as const
export type Affiliation = (typeof AFFILIATIONS)[number]

export const personFieldsSchema = z.strictObject({
  name: personNameSchema,
  login: loginSchema,
  department: z.string().trim().max(80),
  roles: z.array(roleSchema).min(1),
  credentials: z.array(credentialSchema).max(20),
  /**
   * The day the person first did legal review. APL 58 para 2 asks the qualification of those who do it for the first
   * time; null: not known, or has not reviewed yet.
   */
  reviewSince: isoDateSchema.nullable(),
  /** Proof of review work before the qualification was asked for is on file. */
  hasProofOfEarlierReview: z.boolean(),
  /** Absent: of the agency itself. */
  affiliation: z
    .strictObject({
      kind: z.enum(AFFILIATIONS),
      /** Where the person comes from (派出单位、律师事务所); empty for one's own. */
      from: z.string().trim().max(100),
    })
    .optional(),
})
export type PersonFields = z.infer<typeof personFieldsSchema>

export interface Person extends PersonFields {
  readonly id: PersonId
  readonly active: boolean
  readonly version: number
  readonly createdAt: IsoInstant
}

export interface SetActive extends Person {
  /** Cases that are theirs to review and not ended: with somebody who is gone, they wait until the head changes the reviewer. */
  readonly openCases: number
}

export interface SignedInPerson {
  readonly id: PersonId
  readonly name: string
  readonly login: string
  readonly roles: readonly Role[]
}

export const peopleContract = {
  'session.people': method({ input: z.strictObject({}), allowed: 'anyone', access: 'read' }).returns<
    readonly { readonly login: string; readonly name: string; readonly roles: readonly Role[] }[]
  >(),
  'session.signIn': method({
    input: z.strictObject({ login: z.string().max(100), password: passwordSchema }),
    allowed: 'anyone',
    access: 'write',
  }).returns<SignedInPerson>(),
  'session.signOut': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'write' }).returns<null>(),
  'session.current': method({ input: z.strictObject({}), allowed: 'closed', access: 'read' }).returns<SignedInPerson | null>(),
  'session.changePassword': method({
    input: z.strictObject({ current: passwordSchema, next: passwordSchema }),
    allowed: 'signedIn',
    access: 'write',
  }).returns<null>(),
  'people.list': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly Person[]>(),
  'people.add': method({
    input: z.strictObject({ person: personFieldsSchema, password: passwordSchema }),
    allowed: ['admin'],
    access: 'write',
  }).returns<Person>(),
  'people.update': method({
    input: z.strictObject({ personId: personIdSchema, expectedVersion: z.int().min(1), person: personFieldsSchema }),
    allowed: ['admin'],
    access: 'write',
  }).returns<Person>(),
  'people.setActive': method({
    input: z.strictObject({ personId: personIdSchema, expectedVersion: z.int().min(1), active: z.boolean() }),
    allowed: ['admin'],
    access: 'write',
  }).returns<SetActive>(),
  'people.resetPassword': method({
    input: z.strictObject({ personId: personIdSchema, password: passwordSchema }),
    allowed: ['admin'],
    access: 'write',
  }).returns<null>(),
}
