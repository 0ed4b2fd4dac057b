/** PDFs to sign, and people to sign them. */
import { PDFDocument, PDFName, StandardFonts, PDFHexString, PDFDict } from 'pdf-lib'
import {
  createStationRoot,
  issuePersonCertificate,
  type IssuedCertificate,
} from '../../../src/main/signing/certificate-authority.ts'
import type { SignOptions } from '../../../src/main/signing/pades.ts'
import { softwareSigner } from '../../../src/main/signing/software-signer.ts'
import type { Signer } from '../../../src/shared/signing/signer.ts'

export const AGENCY = '清河县生态环境局'
/** When everything in these tests is signed. */
export const SIGNED_AT = new Date('2026-11-20T02:30:00Z')

export async function makePdf({ objectStreams = true, pages = 3 } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++) {
    document.addPage([595, 842]).drawText(`Page ${page}`, { x: 72, y: 770, font, size: 12 })
  }
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
  info.set(PDFName.of('FashenNumber'), PDFHexString.fromText('清环法审〔2026〕12号'))
  info.set(PDFName.of('FashenChainSeq'), PDFHexString.fromText('4711'))
  return document.save({ useObjectStreams: objectStreams })
}

export interface Desk {
  readonly root: IssuedCertificate
  /** EC P-256, issued by the station's root, which goes along. */
  readonly reviewer: Signer
  /** RSA 2048, issued by the station's root. */
  readonly head: Signer
}

export async function makeDesk(): Promise<Desk> {
  const validFrom = new Date('2026-01-01T00:00:00Z')
  const root = await createStationRoot(AGENCY, validFrom)
  const signer = async (name: string, personNumber: string, keyKind: 'ec-p256' | 'rsa-2048'): Promise<Signer> => {
    const issued = await issuePersonCertificate(root, { name, agency: AGENCY, personNumber, keyKind, validFrom })
    return softwareSigner({ ...issued, chainDer: [root.certificateDer] })
  }
  const reviewer = await signer('欧阳审核', 'A-01', 'ec-p256')
  return { root, reviewer, head: await signer('司马负责', 'A-02', 'rsa-2048') }
}

export const REVIEWER: SignOptions = {
  fieldName: 'Reviewer',
  reason: '审核人签名',
  location: '清河县',
  signedAt: SIGNED_AT,
  appearance: {
    page: 2,
    rect: { x: 320, y: 300, width: 180, height: 70 },
    nameText: '欧阳审核',
    roleText: '审核人：',
    dateText: '2026年11月20日',
  },
}

export const HEAD: SignOptions = {
  fieldName: 'Head',
  reason: '法制审核机构负责人签名',
  location: '清河县',
  signedAt: SIGNED_AT,
  appearance: {
    page: 2,
    rect: { x: 320, y: 200, width: 180, height: 70 },
    nameText: '司马负责',
    roleText: '法制审核机构负责人：',
    dateText: '2026年11月20日',
  },
}
