/**
 * The facts that forms print (文书要素的内容), each with the name by which wording speaks of it: `{案件名称}`. A fact that the
 * records do not have is absent; the form then says that it lacks it and prints a line to write on.
 */

/** Facts of the case, of its review and of what followed, in the words that stand between braces. */
export const FORM_FACT_NAMES = {
  caseTitle: '案件名称',
  caseNumber: '案件编号',
  fileNumber: '立案编号',
  cause: '案由',
  party: '当事人',
  partyCode: '当事人证件号码',
  partyAddress: '当事人地址',
  partyRepresentative: '法定代表人',
  actionKinds: '决定类型',
  triggers: '送审情形',
  proposedDecision: '拟作决定',
  decisionBasis: '决定依据',
  caseFacts: '案件事实',
  handlers: '承办人员',
  handlingUnit: '承办机构',
  agency: '机关名称',
  reviewBody: '审核机构',
  reviewer: '审核人',
  round: '审核轮次',
  filedOn: '立案日期',
  receivedOn: '送审日期',
  acceptedOn: '受理日期',
  reviewDue: '审核届满日',
  materialCount: '材料件数',
  madeOn: '制作日期',
  opinionNumber: '审核意见书文号',
  opinionType: '审核结论',
  opinionDate: '审核意见日期',
  supplementReason: '补正理由',
  supplementDue: '补正期限',
  clockEffect: '期限影响',
  clockName: '期限名称',
  clockStart: '期限起算日',
  clockDue: '原届满日',
  extensionLength: '延长时间',
  extensionReason: '延长理由',
  extensionRule: '延长依据',
  extensionApprover: '批准人',
  extensionApprovedOn: '批准日期',
  extendedDue: '延长后届满日',
  remindedDesk: '被催办单位',
  remindedMatter: '催办事项',
  remindedDue: '应办结日期',
  remindedDelay: '逾期情况',
  remindedReplyBy: '反馈期限',
  feedbackOutcome: '采纳结果',
  feedbackBy: '答复人',
  feedbackOn: '答复日期',
  objectionReason: '异议理由',
  objectionOn: '异议日期',
  firstReviewer: '原审核人',
  secondReviewer: '复核人',
  reReviewOutcome: '复核结论',
  reReviewNumber: '复核意见书文号',
  reReviewDate: '复核日期',
  talkReason: '会商事由',
  talkOn: '会商日期',
  talkPlace: '会商地点',
  handlingView: '承办方意见',
  reviewView: '审核方意见',
  talkOutcome: '会商结果',
  talkRecorder: '会商记录人',
  discussionMatter: '讨论事项',
  discussionOn: '讨论日期',
  discussionPlace: '讨论地点',
  chair: '主持人',
  absent: '缺席人员',
  discussionOutcome: '讨论结论',
  discussionReason: '结论理由',
  discussionRecorder: '讨论记录人',
  interferenceOn: '干预时间',
  interferer: '干预人',
  interfererPost: '干预人职务',
  interferenceWay: '干预方式',
  interferenceContent: '干预内容',
  interferenceResponse: '处理情况',
  interferenceReportedOn: '报告日期',
  interferenceRecorder: '记录人',
  offence: '涉嫌罪名',
  crimeFacts: '涉嫌犯罪事实',
  crimeBasis: '移送依据',
  crimeAmount: '涉案金额',
  transferTeam: '专案组成员',
  transferReport: '调查核实情况',
  transferReportedOn: '报告移送日期',
  transferDecisionDue: '审批届满日',
  transferDecision: '审批决定',
  transferDecisionReason: '审批理由',
  transferHeadCapacity: '审批人身份',
  transferHead: '审批人',
  transferDecidedAt: '审批时间',
  transferDue: '移送届满时间',
  policeOrgan: '公安机关',
  transferredAt: '移送时间',
  procuratorateCopy: '抄送检察机关',
  amount: '金额',
  assignmentMode: '分配方式',
  extension: '延期情况',
  findingCounts: '问题数量',
  adopted: '是否采纳',
  decisionNumber: '决定书文号',
  decisionDate: '决定日期',
  published: '公示情况',
  remedyResult: '复议诉讼结果',
  crimeTransfer: '移送情况',
  archivedOn: '归档日期',
  closedOn: '结案日期',
  retention: '保管期限',
  volume: '卷别',
  pageCount: '总页数',
  archivePlace: '存放位置',
  archiveNote: '本卷情况说明',
  filer: '立卷人',
  fileChecker: '检查人',
  remark: '备注',
  hearingOn: '听证时间',
  hearingPlace: '听证地点',
  hearingChair: '听证主持人',
  hearingBasis: '听证依据',
  hearingRequestBy: '申请听证期限',
  hearingAttendance: '听证参加人',
  hearingHandlers: '承办人员陈述',
  hearingParty: '当事人陈述和质证',
} as const
export type FormFact = keyof typeof FORM_FACT_NAMES
export const FORM_FACTS = Object.keys(FORM_FACT_NAMES) as [FormFact, ...FormFact[]]

/** Lists that a form prints as a table, with the keys of their columns. */
export const FORM_LISTS = {
  materials: ['ordinal', 'name', 'kind', 'pages', 'sha256', 'present'],
  missing: ['ordinal', 'item'],
  problems: ['ordinal', 'finding', 'advice', 'answer', 'reason'],
  disputed: ['ordinal', 'finding', 'reason'],
  participants: ['ordinal', 'name', 'post', 'side'],
  attendees: ['ordinal', 'name', 'post', 'view', 'stance'],
  transferPapers: ['ordinal', 'name', 'attached', 'note'],
  contents: ['ordinal', 'volume', 'number', 'title', 'date', 'pages'],
} as const
export type FormList = keyof typeof FORM_LISTS
export const FORM_LIST_IDS = Object.keys(FORM_LISTS) as [FormList, ...FormList[]]

export type FormListRow = Readonly<Record<string, string>>

export interface FormFacts {
  readonly values: Readonly<Partial<Record<FormFact, string>>>
  readonly lists: Readonly<Partial<Record<FormList, readonly FormListRow[]>>>
  /**
   * Values that are put together or read by the machine, not recorded as they stand (代填): where the form asks for them, a
   * person may write something else. What a record says is never written over.
   */
  readonly proposed: readonly FormFact[]
}

export const NO_FACTS: FormFacts = { values: {}, lists: {}, proposed: [] }

/** The facts of both, those of `more` over those of `facts`; an empty text is no fact. */
export function withFacts(facts: FormFacts, more: Partial<FormFacts>): FormFacts {
  const filled = Object.fromEntries(Object.entries({ ...facts.values, ...more.values }).filter(([, value]) => value.trim() !== ''))
  return { values: filled, lists: { ...facts.lists, ...more.lists }, proposed: [...new Set([...facts.proposed, ...(more.proposed ?? [])])] }
}
