/**
 * A signer (签名人的密钥): whatever can sign bytes for one person. In this version a private key in software; a USB key
 * (UKey) or an SM2 device implements the same interface, so that the documents never know which it was.
 */

export type SignatureAlgorithm = 'rsa-sha256' | 'ecdsa-sha256' | 'ecdsa-sha384' | 'ecdsa-sha512'

const ALGORITHM_NAMES: Readonly<Record<string, string>> = {
  'rsa-sha256': 'RSA · SHA-256',
  'ecdsa-sha256': 'EC P-256 · SHA-256',
  'ecdsa-sha384': 'EC P-384 · SHA-384',
  'ecdsa-sha512': 'EC P-521 · SHA-512',
} satisfies Record<SignatureAlgorithm, string>

/** The kind of key and digest as a person reads them, in the manner of the report of a verification. */
export const algorithmName = (algorithm: string): string => ALGORITHM_NAMES[algorithm] ?? algorithm

export type DigestAlgorithm = 'sha256' | 'sha384' | 'sha512'

interface AlgorithmFacts {
  readonly digest: DigestAlgorithm
  /** OIDs of the digest and of the signature, as CMS (RFC 5652, RFC 5754, RFC 5753) wants them. */
  readonly digestOid: string
  readonly signatureOid: string
  /** RFC 5754 section 3.2: RSA carries a NULL parameter, ECDSA none. */
  readonly nullParameter: boolean
}

export const SIGNATURE_ALGORITHMS: Readonly<Record<SignatureAlgorithm, AlgorithmFacts>> = {
  'rsa-sha256': {
    digest: 'sha256',
    digestOid: '2.16.840.1.101.3.4.2.1',
    signatureOid: '1.2.840.113549.1.1.11',
    nullParameter: true,
  },
  'ecdsa-sha256': {
    digest: 'sha256',
    digestOid: '2.16.840.1.101.3.4.2.1',
    signatureOid: '1.2.840.10045.4.3.2',
    nullParameter: false,
  },
  'ecdsa-sha384': {
    digest: 'sha384',
    digestOid: '2.16.840.1.101.3.4.2.2',
    signatureOid: '1.2.840.10045.4.3.3',
    nullParameter: false,
  },
  'ecdsa-sha512': {
    digest: 'sha512',
    digestOid: '2.16.840.1.101.3.4.2.3',
    signatureOid: '1.2.840.10045.4.3.4',
    nullParameter: false,
  },
}

export interface Signer {
  /** The person's certificate, DER, byte for byte as it was issued. */
  readonly certificateDer: Uint8Array
  /** Certificates above it, DER, nearest first; may be empty. */
  readonly chainDer: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
  /**
   * Signs the whole of `digestInput` (the signer computes the digest itself). RSA answers the PKCS#1 v1.5 signature,
   * ECDSA the DER-encoded pair (r, s).
   */
  sign(digestInput: Uint8Array): Promise<Uint8Array>
}
