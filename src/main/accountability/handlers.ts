/** Accountability: the page of a case, its print, and what stands beside it. */
import type { accountabilityContract } from '../../shared/accountability/contract.ts'
import { missingWitnesses, sha256Hex, verifyChain } from '../audit/chain.ts'
import { requireCase } from '../cases/case-record.ts'
import type { Handlers } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import { renderDocx } from '../documents/docx.ts'
import { holdPaper } from '../documents/held-papers.ts'
import { DOCX, fileNameOf, PDF } from '../documents/made-documents.ts'
import { renderPdf } from '../documents/pdf.ts'
import { accountabilityPaper } from './accountability-paper.ts'
import { caseAccountability } from './case-accountability.ts'
import { interferenceHandlers } from './interference-handlers.ts'
import { registerHandlers } from './register-handlers.ts'
import { retentionHandlers } from './retention-handlers.ts'

export const accountabilityHandlers: Handlers<typeof accountabilityContract> = {
  'accountability.get': (context, { caseId }) => caseAccountability(context, requireCase(context.reader, caseId)),

  'accountability.chain': ({ reader }) => ({ ...verifyChain(reader), missingWitnesses: missingWitnesses(reader) }),

  'accountability.print': async (context, { caseId, format }) => {
    const record = requireCase(context.reader, caseId)
    const { reader } = context
    const chain = { ...verifyChain(reader), missingWitnesses: missingWitnesses(reader) }
    const at = context.instant()
    const paper = accountabilityPaper(caseAccountability(context, record), chain, context.station(), at)
    const options = { createdAt: at, producer: producer(), stationId: context.station().id, chainHead: chain.head.hash, chainSeq: chain.head.seq }
    const bytes = format === 'pdf' ? (await renderPdf(paper, options)).bytes : await renderDocx(paper, options)
    const sha256 = sha256Hex(bytes)
    // the print itself can be told from a forged one by this entry
    context.act({ act: 'case.printAccountability', subject: `case/${caseId}`, content: { format, sha256, head: chain.head } }, () => undefined)
    const name = fileNameOf(`责任清单 ${record.fields.title}`, format)
    return { ...holdPaper(context, { name, mediaType: format === 'pdf' ? PDF : DOCX, bytes }), sha256 }
  },

  ...interferenceHandlers,
  ...registerHandlers,
  ...retentionHandlers,
}
