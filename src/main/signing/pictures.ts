/** Pictures for signing in the store: each person's own signature, and the station's seal. The store is encrypted as a whole. */
import { FashenError } from '../../shared/errors/errors.ts'
import { pictureSize } from '../../shared/materials/picture-size.ts'
import { PICTURE_LIMIT, type PictureKind, type signingContract, type SigningPicture } from '../../shared/signing/contract.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'

type Pictures = Pick<
  typeof signingContract,
  'signing.pictures' | 'signing.keepSignature' | 'signing.dropSignature' | 'signing.keepSeal' | 'signing.dropSeal'
>

/** Owner of the seal: the station, which is nobody. */
const STATION = ''

export const pictureHandlers: Handlers<Pictures> = {
  'signing.pictures': ({ reader, person }) => ({
    signature: shown(findPicture(reader, 'signature', person.id)),
    seal: shown(findPicture(reader, 'seal', STATION)),
  }),
  'signing.keepSignature': (context, { stagedId }) => keep(context, 'signature', context.person.id, stagedId, 0),
  'signing.dropSignature': (context) => drop(context, 'signature', context.person.id),
  'signing.keepSeal': (context, { stagedId, widthMm }) => keep(context, 'seal', STATION, stagedId, widthMm),
  'signing.dropSeal': (context) => drop(context, 'seal', STATION),
}

export interface StoredPicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  readonly widthMm: number
  readonly savedAt: IsoInstant
}

/** A person's own picture, drawn in the place of their signature. */
export function signaturePicture(reader: Reader, personId: PersonId): StoredPicture | undefined {
  return findPicture(reader, 'signature', personId)
}

export function sealPicture(reader: Reader): StoredPicture | undefined {
  return findPicture(reader, 'seal', STATION)
}

function findPicture(reader: Reader, kind: PictureKind, owner: string): StoredPicture | undefined {
  const row = reader.get<{ picture: Uint8Array; width: number; height: number; widthMm: number; savedAt: IsoInstant }>(
    'SELECT picture, width, height, width_mm AS widthMm, saved_at AS savedAt FROM signing_pictures WHERE kind = ? AND owner = ?',
    kind,
    owner,
  )
  if (row === undefined) return undefined
  const { picture, ...facts } = row
  return { png: new Uint8Array(picture), ...facts }
}

function shown(picture: StoredPicture | undefined): SigningPicture | null {
  return picture === undefined ? null : { ...picture, png: Buffer.from(picture.png).toString('base64') }
}

async function keep(context: CallContext, kind: PictureKind, owner: string, stagedId: string, widthMm: number): Promise<SigningPicture> {
  const staged = context.staging.find(context.caller.connection, stagedId, 'PNG')
  if (staged.size > PICTURE_LIMIT.bytes) throw new FashenError('file-too-large', { name: staged.name, size: staged.size, limit: PICTURE_LIMIT.bytes })
  const png = await context.files.readWhole(staged.sha256, staged.name)
  const { width, height } = await requirePng(png, staged.name)
  const content = { kind, sha256: sha256Hex(png), width, height, widthMm }
  context.act({ act: `signing.keep.${kind}`, subject: owner === STATION ? 'station' : `person/${owner}`, content }, (writer) => {
    writer.run(
      `INSERT INTO signing_pictures (kind, owner, picture, width, height, width_mm, saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, owner) DO UPDATE SET picture = excluded.picture, width = excluded.width, height = excluded.height,
         width_mm = excluded.width_mm, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
      kind,
      owner,
      png,
      width,
      height,
      widthMm,
      context.person.id,
      context.instant(),
    )
  })
  const kept = shown(findPicture(context.reader, kind, owner))
  if (kept === null) throw new Error('the picture was written but is not there')
  return kept
}

function drop(context: CallContext, kind: PictureKind, owner: string): null {
  if (findPicture(context.reader, kind, owner) === undefined) return null
  return context.act({ act: `signing.drop.${kind}`, subject: owner === STATION ? 'station' : `person/${owner}`, content: { kind } }, (writer) => {
    writer.run('DELETE FROM signing_pictures WHERE kind = ? AND owner = ?', kind, owner)
    return null
  })
}

/** A PNG that can be drawn, judged by its header before anything of it is unpacked. */
async function requirePng(bytes: Uint8Array, name: string): Promise<{ width: number; height: number }> {
  const size = pictureSize(bytes)
  const isPng = Buffer.from(bytes.subarray(0, 8)).toString('hex') === '89504e470d0a1a0a'
  if (size === undefined || !isPng) throw new FashenError('not-a-picture', { name })
  const [width, height] = size
  if (width * height > PICTURE_LIMIT.pixels) throw new FashenError('picture-too-large', { name, width, height })
  // the PDF library that unpacks it takes longer to load than the core: only who brings a picture waits
  const { requireDrawable } = await import('./appearance.ts')
  try {
    return await requireDrawable(bytes)
  } catch (error) {
    throw new FashenError('not-a-picture', { name }, { cause: error })
  }
}
