/** What a person may be in a station. One person can hold several roles; two of them never meet in one case. */
import { z } from 'zod'

export const ROLES = [
  /** 案件承办人: registers cases and answers supplements */
  'handler',
  /** 法制审核人员: reviews, drafts, signs first */
  'reviewer',
  /** 审核机构负责人: accepts, assigns, approves, signs second */
  'head',
  /** 行政机关负责人: sees everything, decides on disagreement */
  'agencyHead',
  /** 执法监督人员: sees everything, changes nothing */
  'supervisor',
  /** 管理员: people, settings; no part in cases */
  'admin',
] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>
