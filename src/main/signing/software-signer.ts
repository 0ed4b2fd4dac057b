/** A {@link Signer} whose private key is in this computer's memory while it signs. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { FashenError } from '../../shared/errors/errors.ts'
import { SIGNATURE_ALGORITHMS, type SignatureAlgorithm, type Signer } from '../../shared/signing/signer.ts'
import { publicKeyOf, readCertificate, requireSupportedKey } from './certificate.ts'
import { sameBytes } from './der.ts'

export interface SigningKey {
  /** Private key, PKCS#8 DER, not encrypted. */
  readonly privateKeyPkcs8: Uint8Array
  readonly certificateDer: Uint8Array
  readonly chainDer: readonly Uint8Array[]
}

const EC_ALGORITHMS: Readonly<Record<string, SignatureAlgorithm>> = {
  prime256v1: 'ecdsa-sha256',
  secp384r1: 'ecdsa-sha384',
  secp521r1: 'ecdsa-sha512',
}

/**
 * A signer from a private key and its certificate.
 *
 * Errors: `key-kind-unsupported` (RSA below 2048 bits, other kinds), `pkcs12-no-key` where the certificate belongs to
 * another key. Whether the certificate is valid is asked when something is signed, because that is when it counts.
 */
export function softwareSigner({ privateKeyPkcs8, certificateDer, chainDer }: SigningKey): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  requireSupportedKey(key)
  const ownPublicKey = spki(createPublicKey(key))
  if (!sameBytes(ownPublicKey, spki(publicKeyOf(readCertificate(certificateDer))))) {
    throw new FashenError('pkcs12-no-key', {})
  }
  const algorithm = algorithmFor(key)
  const { digest } = SIGNATURE_ALGORITHMS[algorithm]
  return {
    certificateDer,
    chainDer,
    algorithm,
    sign: (digestInput) =>
      new Promise((resolve, reject) => {
        sign(digest, digestInput, { key, dsaEncoding: 'der' }, (error, signature) =>
          error ? reject(error) : resolve(new Uint8Array(signature)),
        )
      }),
  }
}

function algorithmFor(key: KeyObject): SignatureAlgorithm {
  return EC_ALGORITHMS[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'rsa-sha256'
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' })
}
