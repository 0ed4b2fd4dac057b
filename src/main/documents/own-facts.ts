/** What an issued document says about itself in its properties, the same in PDF and DOCX. */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { FASHEN_INFO_KEYS, type FashenInfo } from '../../shared/signing/signature-report.ts'
import type { RenderOptions } from './pdf.ts'

/** What the document says about itself, under the keys by which `verifyPdf` finds it again. */
export function ownFacts(document: OfficialDocument, options: RenderOptions): [key: string, value: string][] {
  const facts: Readonly<Record<keyof FashenInfo, string | null | undefined>> = {
    number: document.number,
    chainHead: options.chainHead,
    chainSeq: options.chainSeq?.toString(),
    station: options.stationId,
    contentHash: options.contentHash,
  }
  return Object.entries(facts).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[FASHEN_INFO_KEYS[name as keyof FashenInfo], value]],
  )
}
