/** A person's signing certificates: import, issue from the station's root, revoke. */
import { v4 as uuid } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import { PASSWORD_MINIMUM } from '../../shared/people/contract.ts'
import type { SigningCertificate, signingContract } from '../../shared/signing/contract.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { personName } from '../people/people.ts'
import { certificatesOf, holderOf, insertCertificate, stationRoot, wrapSigningKey, type StationRoot } from './certificate-record.ts'
import { pictureHandlers } from './pictures.ts'
import type { Pkcs12Content } from './pkcs12.ts'
import { softwareSigner } from './software-signer.ts'

export const signingHandlers: Handlers<typeof signingContract> = {
  ...pictureHandlers,

  'signing.certificates': (context) => certificatesOf(context.reader, context.person.id, context.now()),

  'signing.importPkcs12': async (context, { stagedId, password, signingPassword }) => {
    requireStrong(signingPassword)
    const staged = context.staging.find(context.caller.connection, stagedId, 'PKCS#12')
    if (staged.size > PKCS12_LIMIT) throw new FashenError('file-too-large', { name: staged.name, size: staged.size, limit: PKCS12_LIMIT })
    // the libraries for certificates take longer to load than the rest of the core: only who needs one waits
    const { readPkcs12 } = await import('./pkcs12.ts')
    const content = await readPkcs12(await context.files.readWhole(staged.sha256, staged.name), password)
    return keep(context, 'imported', content, signingPassword)
  },

  'signing.issueFromStation': async (context, { signingPassword }) => {
    requireStrong(signingPassword)
    const root = stationRoot(context.reader) ?? (await makeRoot(context))
    const { id, name } = context.person
    const { issuePersonCertificate } = await import('./certificate-authority.ts')
    const issued = await issuePersonCertificate(root, {
      name,
      agency: context.station().agency,
      personNumber: id,
      validFrom: context.now(),
    })
    return keep(context, 'station', { ...issued, chainDer: [root.certificateDer] }, signingPassword)
  },

  'signing.revoke': (context, { certificateId, reason }) => {
    const own = certificatesOf(context.reader, context.person.id, context.now()).find(({ id }) => id === certificateId)
    if (own === undefined) throw new FashenError('not-found', { subject: 'certificate', id: certificateId })
    return context.act({ act: 'certificate.revoke', subject: `person/${context.person.id}`, content: { certificateId, serial: own.serial, reason } }, (writer) => {
      writer.run(
        'UPDATE certificates SET revoked_at = ?, revoked_reason = ? WHERE id = ? AND revoked_at IS NULL',
        context.instant(),
        reason,
        certificateId,
      )
      return null
    })
  },
}

/** A PKCS#12 file has some kilobytes; in bytes. */
const PKCS12_LIMIT = 1024 * 1024

function requireStrong(password: string): void {
  if ([...password].length < PASSWORD_MINIMUM) throw new FashenError('weak-password', { minimum: PASSWORD_MINIMUM })
}

async function makeRoot(context: CallContext): Promise<StationRoot> {
  const { createStationRoot } = await import('./certificate-authority.ts')
  const root = await createStationRoot(context.station().agency, context.now())
  context.act({ act: 'station.makeRoot', subject: 'station', content: { certificate: Buffer.from(root.certificateDer).toString('base64') } }, (writer) => {
    writer.run('INSERT INTO station_root (only_one, certificate, private_key) VALUES (1, ?, ?)', root.certificateDer, root.privateKeyPkcs8)
  })
  return root
}

async function keep(
  context: CallContext,
  origin: SigningCertificate['origin'],
  { privateKeyPkcs8, certificateDer, chainDer }: Pkcs12Content,
  signingPassword: string,
): Promise<SigningCertificate> {
  const { id: personId } = context.person
  // refuses unsupported keys, and a key that is not the certificate's, before anything is kept
  const { algorithm } = softwareSigner({ privateKeyPkcs8, certificateDer, chainDer })
  const holder = holderOf(context.reader, certificateDer)
  if (holder !== undefined && holder !== personId) throw new FashenError('certificate-taken', { person: personName(context.reader, holder) })
  const wrappedKey = await wrapSigningKey(personId, privateKeyPkcs8, signingPassword)
  const id = uuid()
  const content = { id, origin, certificate: Buffer.from(certificateDer).toString('base64') }
  context.act({ act: 'certificate.add', subject: `person/${personId}`, content }, (writer) => {
    insertCertificate(writer, { id, personId, origin, certificateDer, chainDer, wrappedKey, algorithm, at: context.instant() })
  })
  const kept = certificatesOf(context.reader, personId, context.now()).find((certificate) => certificate.id === id)
  if (kept === undefined) throw new Error('the certificate was written but is not there')
  return kept
}
