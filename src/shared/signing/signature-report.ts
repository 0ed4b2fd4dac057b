/** What `verifyPdf` answers about a signed PDF: facts for a person to read, nothing that needs a key or a file. */

/**
 * What is wrong with one signature. An empty list means that it holds.
 *
 * - `malformed`: the signature's dictionary or its CMS is not as the standard wants it.
 * - `byte-range-invalid`: the signed range leaves out more than the signature's own bytes (a shadow attack), or lies
 *   outside the file.
 * - `digest-mismatch`: signed bytes were changed.
 * - `signature-mismatch`: the signature was not made by the key of the certificate.
 * - `certificate-not-bound`: the certificate is not the one that the signer signed with (ESS signing-certificate-v2).
 * - `certificate-expired`, `certificate-not-yet-valid`: at the time the signature claims.
 * - `chain-broken`: a certificate above the signer's was altered or does not belong there.
 * - `signing-time-missing`: no usable time in the signature's /M entry.
 * - `revision-not-covered`: the signed range does not end where a revision of the file ends.
 * - `algorithm-unsupported`: this program cannot check it (SM2, RSA-PSS, …).
 */
export const SIGNATURE_PROBLEMS = [
  'malformed',
  'byte-range-invalid',
  'digest-mismatch',
  'signature-mismatch',
  'certificate-not-bound',
  'certificate-expired',
  'certificate-not-yet-valid',
  'chain-broken',
  'signing-time-missing',
  'revision-not-covered',
  'algorithm-unsupported',
] as const
export type SignatureProblem = (typeof SIGNATURE_PROBLEMS)[number]

export interface SignatureFinding {
  /** Name of the signature field; empty where no field of the form points at the signature. */
  readonly fieldName: string
  /** Common name (CN) of the certificate. */
  readonly signerName: string
  /** Distinguished names after RFC 4514, most specific part first. */
  readonly certificateSubject: string
  readonly issuer: string
  /** Serial number of the certificate, hexadecimal. */
  readonly serial: string
  /** UTC instants, `YYYY-MM-DDTHH:mm:ss.sssZ`; empty where they could not be read. */
  readonly notBefore: string
  readonly notAfter: string
  /** The time that the signer's computer claimed (/M); not proven by a time-stamp authority (PAdES level B-B). */
  readonly signedAt: string
  readonly reason: string
  readonly location: string
  /** Key and digest, for instance `EC P-256 · SHA-256`. */
  readonly algorithm: string
  readonly digestMatches: boolean
  readonly signatureValid: boolean
  readonly coversWholeRevision: boolean
  /** True for the signature whose range ends with the file. */
  readonly coversWholeFile: boolean
  readonly certificateValidAtSigning: boolean
  /** Whether the station's own root issued the certificate; absent where no root was given to compare with. */
  readonly issuedByStation?: boolean
  readonly problems: readonly SignatureProblem[]
}

/** What an issued document says about itself in its PDF Info dictionary; absent where the file has no such entry. */
export interface FashenInfo {
  /** 文号 (document number). */
  readonly number?: string
  /** Head and sequence of the audit chain at the moment of issue. */
  readonly chainHead?: string
  readonly chainSeq?: string
  readonly station?: string
  /** SHA-256 of the document's content. */
  readonly contentHash?: string
}

/** The Info keys under which {@link FashenInfo} is written. */
export const FASHEN_INFO_KEYS: Readonly<Record<keyof FashenInfo, string>> = {
  number: 'FashenNumber',
  chainHead: 'FashenChainHead',
  chainSeq: 'FashenChainSeq',
  station: 'FashenStation',
  contentHash: 'FashenContentHash',
}

export interface SignatureReport {
  /** In the order in which they were applied. Empty: the document is not signed. */
  readonly signatures: readonly SignatureFinding[]
  /** Bytes follow the end of what the last signature covers. */
  readonly unsignedChangesAfter: boolean
  /** At least one signature, none with a problem, and nothing outside them. */
  readonly intact: boolean
  readonly info: FashenInfo
}
