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
  transferLetterNumber: '移送书文号',
  policeNoticeNumber: '补正通知文号',
  policeNoticeAt: '收到补正通知时间',
  policeAsked: '要求补正的材料',
  policeSupplied: '补正的材料',
  policeUnsupplied: '不能补正的材料',
  policeSupplementDue: '补正移送材料届满日',
  nonFilingNumber: '不予立案通知书文号',
  nonFilingAt: '收到不予立案通知时间',
  nonFilingReason: '不予立案理由',
  reconsiderationReason: '复议理由',
  reconsiderationDue: '提请复议届满日',
  procuratorate: '检察机关',
  supervisionGround: '立案监督情形',
  supervisionReason: '立案监督理由',
  supervisionBasis: '立案监督依据',
  policeFilingNumber: '立案通知书文号',
  policeFiledAt: '收到立案通知时间',
  goodsTyped: '移交物品',
  handoverPapers: '移交的其他材料',
  goodsHandoverDue: '移交届满日',
  handedOverAt: '移交时间',
  returnKind: '检察文书种类',
  returnNumber: '检察文书文号',
  returnIssuedOn: '检察文书制发日期',
  returnReceivedOn: '收到检察文书日期',
  nonProsecutionNumber: '不起诉决定书文号',
  nonProsecutionGround: '不起诉种类',
  returnAsked: '检察机关要求事项',
  returnDue: '回复届满日',
  limitationVerdict: '处罚时效情况',
  punishable: '能否处罚',
  returnBasis: '处罚依据',
  returnExplanation: '研判意见',
  returnOutcome: '处理决定',
  returnReason: '处理理由',
  returnResult: '处理结果',
  clueGround: '线索种类',
  clueOrgan: '线索移送机关',
  clueBasis: '线索移送依据',
  clueAbout: '反映对象',
  clueFacts: '线索内容',
  clueEvidence: '线索材料',
  clueSource: '线索来源',
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
  hearingCourse: '听证基本情况',
  hearingAdvice: '处理意见和建议',
  hearingOther: '需要报告的其他事项',
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
  goods: ['ordinal', 'name', 'specification', 'quantity', 'state', 'note'],
} as const
export type FormList = keyof typeof FORM_LISTS
export const FORM_LIST_IDS = Object.keys(FORM_LISTS) as [FormList, ...FormList[]]

export type FormListRow = Readonly<Record<string, string>>

/** Lists that a person can type in, each row a line of a fact: its columns after the number, with commas between them. */
export const FORM_LISTS_BY_FACT: Readonly<Partial<Record<FormList, FormFact>>> = { goods: 'goodsTyped' }

/** A comma within a figure (1,000) parts nothing; the Chinese comma, with which the columns are asked for, always does. */
const BETWEEN_COLUMNS = /[，\t]|,(?!(?<=\d,)\d{3}(?!\d))/u

/** Words that know nothing of columns, as what stands in the first: their commas become 、. */
export const inOneColumn = (words: string): string => words.split(BETWEEN_COLUMNS).join('、')

/** The rows of a list from its lines; a line with fewer commas leaves its last columns empty. */
export function rowsFromLines(list: FormList, lines: string): FormListRow[] {
  const columns = FORM_LISTS[list].slice(1)
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const parts = line.split(BETWEEN_COLUMNS).map((part) => part.trim())
      // what is behind the last comma that makes a column belongs to the last column
      const cells = [...parts.slice(0, columns.length - 1), parts.slice(columns.length - 1).join('，')]
      return { ordinal: String(index + 1), ...Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) }
    })
}

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
