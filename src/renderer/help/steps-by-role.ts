/** What each role does first (第一次使用). */
import type { Role } from '../../shared/people/roles.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { both } from './topic.ts'

export const FIRST_STEPS: readonly { readonly role: Role; readonly text: Bilingual }[] = [
  {
    role: 'admin',
    text: both(
      '管理员：在「人员」中添加承办人、审核人员和审核机构负责人，并填写执法证、法律职业资格证及有效期。',
      'Administrator: under “People”, add handlers, reviewers and a head of review, with their certificates and dates.',
    ),
  },
  {
    role: 'handler',
    text: both(
      '承办人：点「登记案件」，按送审材料填写，并添加材料文件。',
      'Handler: choose “Register a case”, fill it in from the papers and add the files.',
    ),
  },
  {
    role: 'reviewer',
    text: both(
      '审核人员：先在「我的证书」中准备签名证书，再从首页打开分派给您的案件，逐项回答八项内容的问题。',
      'Reviewer: prepare a signing certificate under “My certificates”, then open the cases assigned to you and answer the questions.',
    ),
  },
  {
    role: 'head',
    text: both(
      '审核机构负责人：受理、随机分派、审批意见书稿并签署；签署前同样需要签名证书。',
      'Head of review: accept, draw a reviewer, approve the draft and sign; signing needs a certificate too.',
    ),
  },
  {
    role: 'agencyHead',
    text: both(
      '行政机关负责人：可查看全部案件，对分歧事项作出决定。',
      'Agency head: you see every case and settle disagreements.',
    ),
  },
  {
    role: 'supervisor',
    text: both(
      '执法监督人员：可查看全部案件和审计链，不作更改。',
      'Supervisor: you see every case and the audit chain, and change nothing.',
    ),
  },
]
