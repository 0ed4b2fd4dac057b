/** Words for a verification report, for the command line and the window. */
import type { Bilingual } from '../values/values.ts'
import type { VerificationCheck, VerificationReport } from './contract.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const VERDICT_LABELS: Record<VerificationReport['verdict'], Bilingual> = {
  genuine: both('核验通过，与本站签发的一致', 'Genuine: as this station issued it'),
  intact: both('签名有效、内容完整，签发单位须与其工作站核对', 'Signatures valid and content whole; who issued it can only be told by its station'),
  bad: both('核验不通过', 'Not genuine'),
}

export const CHECK_RESULT_LABELS: Record<VerificationCheck['result'], Bilingual> = {
  ok: both('相符', 'matches'),
  bad: both('不符', 'does not match'),
  unknown: both('无从核对', 'cannot be told here'),
}

export const CHECK_LABELS: Record<VerificationCheck['id'], Bilingual> = {
  signatures: both('数字签名', 'Digital signatures'),
  digest: both('签名覆盖的内容', 'Content covered by the signatures'),
  certificates: both('签名证书', 'Signing certificates'),
  unchangedAfterSigning: both('签名后没有改动', 'Unchanged after signing'),
  number: both('文号', 'Number'),
  storedCopy: both('与本站存档一致', 'Same as the stored copy'),
  chainHead: both('审计链链头', 'Head of the audit chain'),
  station: both('签发的工作站', 'Issuing station'),
  contentHash: both('正文校验值', 'Hash of the text'),
  exportedFiles: both('随附的导出文件', 'Exported files beside it'),
}
