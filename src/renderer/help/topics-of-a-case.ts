/** Help on a case: its tabs, the evidence pane, the phrases. */
import { both, type HelpTopic } from './topic.ts'

export const CASE_TOPICS: readonly HelpTopic[] = [
  {
    id: 'case',
    title: both('案件：概况', 'The case: overview'),
    paragraphs: [
      both(
        '上方是案件名称、状态和审核期限，右上方是现在可以办理的事项。没有按钮，说明目前轮不到您或者案件状态不允许；灰色的按钮停留一下，会说明还缺什么。',
        'On top stand title, state and time limit; at the right what can be done now. Where there is no button, it is not your turn or the state does not allow it; a grey button says what it waits for.',
      ),
      both(
        '「概况」列出登记信息、材料是否齐全、审核人和抽取记录、各轮审核、出具的文书和办理记录。受理时程序算出期限的起止，并写明依据和扣除的日子。',
        '“Overview” lists what was registered, whether the papers are complete, the reviewer and the draw, the rounds, the documents issued and the record of what was done. On acceptance the limit is computed, with its basis and the days left out.',
      ),
      both(
        '材料不齐可以「退回补正」，程序打印补正通知书；确需受理的，写明理由。审核中才发现缺材料的，点「要求补正」：审核暂停，已作的回答和意见书稿保留；材料到了点「收到补正」，期限已过不再等待点「不再等待补正，继续审核」，期限届满前由负责人决定。撤回、作废等不能撤销的操作会先问一次，默认停在「取消」。',
        'Where papers are missing, “Return for supplement” prints the notice; accepting all the same needs a reason. Where it turns out during the review, “Ask for missing papers”: the review rests, answers and draft stay; once the papers are here “Take in the supplement”, and when the period is over, or earlier where the head decides so, “Go on without the supplement”. What cannot be undone, such as withdrawing, asks once, and the button chosen beforehand is “Cancel”.',
      ),
      both(
        '审核人一般由「随机抽取」确定：种子、名单和排除理由一并记入审计链，任何人都可以用「重新验算抽取」把它重算一遍。',
        'The reviewer is normally found by “Draw”: seed, list and reasons for leaving people out go into the audit chain, and anybody can repeat it with “Compute the draws again”.',
      ),
      both(
        '打不开的案件（地址有误、案件不在本站或者不属于您的权限）会说明原因，并回到案件列表，标签页随之关闭。',
        'A case that cannot be opened (a wrong address, not of this station, or not yours to see) says why and leads back to the list; its tab is closed.',
      ),
    ],
  },
  {
    id: 'materials',
    title: both('送审材料', 'Papers'),
    paragraphs: [
      both(
        '拖入文件或者整个文件夹。原件加密保存，不作改动；程序在后台阅读，识别其中的文书、种类、当事人、日期、金额和条文。扫描件在本机识别，可以暂停。',
        'Drop files or a whole folder. Originals are stored encrypted and unchanged; reading goes on in the background and finds documents, their kinds, parties, dates, amounts and articles. Scans are recognised on this computer and that can be paused.',
      ),
      both(
        '种类旁边写明把握：确定、很可能、请核对；点种类可以更正，程序记住您的更正。识别把握低的页会标出，仅凭这些文字不会提出疑点。',
        'Beside the kind stands how sure it is; click it to correct it, and the correction is remembered. Pages recognised with little confidence are marked: no finding rests on them alone.',
      ),
      both(
        '在全部材料的文字中查找，一个词也能查到页。移除一份材料须写明理由，文件和理由都留在记录中。',
        'All papers can be searched by their text, down to the page. Removing a paper needs a reason; file and reason stay on record.',
      ),
    ],
  },
  {
    id: 'evidence',
    title: both('证据栏：阅读、查找、圈注、打印', 'Evidence pane: reading, finding, marking, printing'),
    paragraphs: [
      both(
        '审核、裁量和时间轴旁边的「证据」栏按标签打开文件：PDF、图片（含多页 TIFF）、Word、表格、文本。「在旁边再打开」可以两份对照。不能显示的格式会说明原因，并可「另存副本」。',
        'The “Evidence” pane beside review, discretion and timeline opens papers in tabs: PDF, pictures (also TIFF of several pages), Word, sheets, text. “Open beside” shows two of them together. What cannot be shown says why, and “Save a copy” is always there.',
      ),
      both(
        '选中文字，或者用「圈注区域」框出一块，再按 P，就钉到当前问题；答复里会写明文件和页码，点一下就回到原处。扫描件识别后同样可以查找、选中和标出文字；以前识别的扫描件打开后在后台补上文字位置，所读文字不变。',
        'Select words, or frame a part by “Mark a region”, and press P: it is pinned to the question in hand. The answer then names paper and page, and a click leads back to the place. Once a scan is recognised, its words are found, selected and marked as well; scans recognised by an earlier version get the places of their words in the background when they are opened, and keep their text.',
      ),
      both(
        '「读取的文字」显示程序读到的内容，与原件不一致时以原件为准。',
        '“Text as read” shows what the program read; where it differs, the original counts.',
      ),
    ],
    keys: ['help:inEvidence'],
  },
  {
    id: 'timeline',
    title: both('时间轴与交叉核对', 'Timeline & cross-check'),
    paragraphs: [
      both(
        '从材料读出的立案、检查、告知、听证、决定等环节按日期排列；期限画成条，超期、未留足期限、缺失和日期不一致都标出。每一处可以打开出处；「明细表」是同样内容的表格，可以打印和复制。',
        'What the papers say of filing, inspection, notice, hearing and decision stands in the order of dates; limits are bars; what is late, too early, missing or contradictory is marked. Each place opens its paper; the list of steps is the same as a table, to print and to copy.',
      ),
      both(
        '「交叉核对」把各份文书对当事人、金额、日期、条文、执法人员和文号的记载并列，多数一致的写法在前，不同的标红。是否构成问题由审核人判断。「复制为文本」可粘贴到表格或者文档。',
        '“Cross-table” puts side by side what each paper says of party, amount, date, article, officers and numbers; the usual wording comes first, what differs is red. Whether that is a defect the reviewer decides. “Copy as text” is for sheets and documents.',
      ),
      both(
        '年度放假安排未公布或者未核实的，期限注明暂定。扫描识别不清的日期注明待核。',
        'Where the arrangement of holidays is not published or not verified, a limit is marked provisional. Dates that were recognised with little confidence are marked too.',
      ),
    ],
  },
  {
    id: 'deadlines',
    title: both('期限', 'Clocks'),
    paragraphs: [
      both(
        '本案的每一项期限各占一行：灯（形状、颜色和文字）、届满日、怎样计算（起算、扣除、延长、顺延）和依据。红灯已超期，黄灯临期；中止计算的现在不走。期限按工作日、日、月或者小时计算，一律按北京时间。',
        'Each clock of the case has a row: its light (shape, colour and words), its last day, how it was counted (start, left out, extended, moved) and the basis. Red is over, amber near; what is suspended does not run at present. Clocks count working days, days, months or hours, always in Beijing time.',
      ),
      both(
        '「延长」只登记已经依规定批准的延长：在规定的层级和天数以内，并且在届满以前批准。「扣除」只有规定列明的事由可选，依据随之显示；依据没有登记的，不能扣除。登记错误的可以「收回」，理由和记录保留。',
        '“Extend” records what was granted under the rule: within its steps and lengths, and before the end. “Leave out” offers only the grounds that the rule names, with their basis; where no basis is on record nothing can be left out. “Take back” undoes a mistake; record and reason stay.',
      ),
      both(
        '送达、缴款、公开等本站没有办理、材料里也没有的日期，用「登记节点日期」写明，随后的期限即开始计算。放假安排未公布的，注明暂定，录入通知后自动重新计算。',
        'Days that no act here and no paper tells, such as service, payment or publication, are written down with “Record a day”; what follows from them is counted at once. Where the days off are not published yet a clock is marked provisional, and is counted anew when the notice is entered.',
      ),
    ],
  },
  {
    id: 'review',
    title: both('审核清单', 'The review'),
    paragraphs: [
      both(
        '左栏是八项内容和进度，中栏是问题，右栏是证据。每题答是、否、不适用或者无法判断，写审核发现、处理建议和备注；边写边存。意见类型随答复推算，写明因哪一题。',
        'Left the eight headings with progress, in the middle the questions, right the evidence. Each question is answered yes, no, not applicable or cannot tell, with finding, suggestion and note; all is saved as you write. The type of opinion is computed from the answers, naming the question it comes from.',
      ),
      both(
        '展开一题可见依据、看什么材料、常见问题。每条依据先给出要旨（不是法条原文），法规库里有文本的，接着显示条文；「未核实」表示目录条目还没有与法律原文核对。',
        'Opening a question shows the articles it rests on, which papers to look at and what is usually wrong. Each article comes with its gist, which is not the wording; where the law library has the text, that follows; “Not verified” means that nobody compared the row with the text of the law.',
      ),
      both(
        '规则预审提出的疑点列在相关问题下，写明依据的原文和位置：采纳、修改后采纳，或者写明理由不采纳。没有疑点不等于没有问题。',
        'Findings of the pre-review stand at their question with the words and the place they rest on: accept, accept with changes, or dismiss with a reason. No finding does not mean no defect.',
      ),
      both(
        '两个窗口改了同一题，不会互相覆盖：两份都显示，由您选择保留哪一份。Ctrl+Z 撤销对答复的修改。',
        'Where two windows changed the same question, nothing is overwritten: both are shown and you choose. Ctrl+Z takes back a change of an answer.',
      ),
    ],
    keys: ['help:inReview'],
  },
  {
    id: 'phrases',
    title: both('常用语', 'Phrases'),
    paragraphs: [
      both(
        '在审核发现、处理建议、备注中按 I（输入时 Ctrl+I），输入几个字挑一条「常用语」插入；其中的当事人、金额等占位按本案填写，没有的留在括号里。',
        'In finding, suggestion or note press I (Ctrl+I while typing), type a few letters and take one of the “Phrases”; places for party, amount and others are filled from the case, what is not known stays in brackets.',
      ),
      both(
        '写好的文字可以存为常用语，只给自己用，或者供本站所有人使用；本站常用语由负责人和管理员维护。',
        'Text that you wrote can be kept as a phrase, for yourself or for everybody; those of the station are kept by head and administrator.',
      ),
    ],
  },
  {
    id: 'discretion',
    title: both('裁量', 'Discretion'),
    paragraphs: [
      both(
        '选择适用的裁量基准，逐项填写裁量因素：事实、页码、送审认定和审核认定；程序算出幅度，并标明拟处罚款在幅度的什么位置。超出幅度要写明理由。',
        'Choose the benchmark that applies and fill in the factors: fact, page, what was submitted and what the review finds. The range is computed, and where the proposed fine lies in it. Departing from it needs a reason.',
      ),
      both(
        '逐项核对法律规定的不予、从轻、减轻、从重情形。低于法定最低限，只有具备减轻处罚的法定情节才可以。',
        'The circumstances that the law names for no, lighter, reduced or heavier punishment are checked one by one. A fine below the statutory minimum needs one that reduces.',
      ),
      both(
        '「本站类案」列出同一法律、同一条款项的罚款案件及其分布，至少 3 件才作比较；只供参考，不是结论。',
        '“Similar cases of this station” lists fines under the same article and how they spread; fewer than 3 are not compared. It is for information and no conclusion.',
      ),
    ],
  },
  {
    id: 'opinion',
    title: both('意见书：起草、审批、签署', 'The opinion: drafting, approval, signing'),
    paragraphs: [
      both(
        '全部问题答完后「起草意见书」。意见书由答复组成，可逐段修改；改过的段落不会被覆盖，可以查看差异或者恢复自动组成的文字。右侧随改随显示版式。',
        'When all questions are answered, “Draft the opinion”. It is composed from the answers and edited by paragraph; what you rewrote is not overwritten, the difference can be seen and taken back. The page at the right follows your changes.',
      ),
      both(
        '意见类型比推算宽缓的，须写明理由，负责人看得到。提交后由负责人同意，或者写明哪一段怎样改而退回。',
        'A type milder than the computed one needs a reason that the head sees. After submitting, the head approves, or sends back with remarks on the paragraphs.',
      ),
      both(
        '审核人先签署并取得文号，负责人第二个签署，意见书即出具，不能再更改。签署用「我的证书」里的证书和签名密码。出具的 PDF 可以在「核验」中核对。',
        'The reviewer signs first and takes the number, the head signs second; the opinion is then issued and never changes. Signing uses a certificate from “My certificates” and its password. The PDF can be checked under “Verify”.',
      ),
    ],
  },
  {
    id: 'transfer',
    title: both('移送涉嫌犯罪案件', 'Transferring a suspected crime'),
    paragraphs: [
      both(
        '「追诉标准对照」：选罪名，填本次和以前的数额、数量，勾选情形，程序逐项列出算式，标明未达、接近（八成）、待定或者达到标准，以及该标准何时核对过原文。未经处理的行为累计，已处理的不计；以前的处罚按该罪的年限计次。是否移送由人决定。',
        '“Against the filing lines”: choose the offence, enter amounts and quantities of this act and of earlier ones, tick what is there. Each limb shows its arithmetic: below, near (80 %), open or reached, and when it was checked against the text. Acts that were not dealt with add up, others do not; earlier penalties count within the years of the line. People decide.',
      ),
      both(
        '「提示涉嫌犯罪」之后，依次「指定专案组」（两名以上、执法证在有效期内）、「提出移送报告」；由正职或者主持工作的负责人在三日内决定，并确认自己的身份。批准的，自那一刻起二十四小时内「移送公安机关」，夜间和节假日不停；所附五类材料逐项核对。之后登记回执、补正、立案或者不予立案，提请复议、建议监督，移交物品材料，直到「恢复行政处理」或者「登记刑事判决」。',
        'After “Raise suspicion”: “Name the team” (two officers with valid certificates), “Report for transfer”; the head, or who presides, decides within three days and confirms being so. Approved, it is due at the police within 24 hours of that moment, through nights and holidays: “Deliver to the police”, with five kinds of paper checked one by one. Then receipt, supplement, filing or not, reconsideration, supervision, hand-over, until “Resume administrative handling” or “Record the criminal judgment”.',
      ),
      both(
        '补记的环节按文书上的时间填写，不能晚于现在，也不能早于上一环节；本机时钟被调早的，先校准再办理。同一案件不重复移送：已排除、不批准或者退回的，有新的事实才能再次提出。移送未了结前，罚款、没收、拘留不得先定，案件上方有红色提示；已作出的警告、责令停产停业、吊扣证照照常执行。',
        'What is written down later takes the time of the paper, not later than now and not before the step before; a clock that was set back has to be set right first. A case is not transferred twice: what was cleared, refused or sent back is raised again only on new facts. Until it is settled no fine, confiscation or detention is decided, and the case shows it in red; warnings, suspensions and licence measures made before stand.',
      ),
    ],
  },
  {
    id: 'followup',
    title: both('后续：采纳、异议、决定、归档', 'Follow-up: answer, objection, decision, archive'),
    paragraphs: [
      both(
        '意见书签发后，承办单位逐项答复其中的问题：采纳、部分采纳、不采纳，后两种写明理由。全部答复完，「采纳」；不同意的，「提出异议」并写明理由。审核未通过的，逐项写明整改情况后「整改后重新送审」，进入下一轮，上一轮的答复列在旁边。',
        'Once the opinion is issued, the bureau answers each of its problems: adopted, partly, not adopted; the last two with a reason. Then “Adopt”; who disagrees chooses “Object” and gives the reasons. After a review that is not passed, say for each problem what was corrected and “Resubmit after correction”: the next round begins, with the earlier answers beside.',
      ),
      both(
        '首次异议「复核」一次，由另一名审核人随机抽取承担；没有其他符合条件的人员时由原审核人承担并注明。再次异议只能「提请会商」。会商后「登记会商记录」，由机关负责人或者集体讨论「维持审核意见」，或者「决定重新审核」；出席人的意见和不同意见都留下。',
        'The first objection gets one “Re-review” by another reviewer, drawn; where nobody else is eligible, by the same one, and the record says so. A second one can only go on with “Bring to coordination”. After the talk “Record the coordination”; then the agency head, or a collective discussion, chooses “Uphold the opinion” or “Order a closing round”. Every view and every dissent stays on record.',
      ),
      both(
        '「记录行政决定」时已填入审核的内容，照决定书改正；当事人、事实、依据、种类、幅度有一项不同，登记前就会标出，登记后案件亮红灯，并写明违反哪一条规定。审核没有通过、移送没有了结，或者决定日期早于意见书的，不能登记；已经这样作出的，「记录违规作出的决定」，如实留痕，审核流程不变。',
        'What was reviewed is filled in at “Record the decision”; correct it after the paper. A difference in party, facts, basis, kind or extent is marked before it is registered; then the case turns red and names the rule that is broken. Where the review is not passed, a transfer is open, or the decision is older than the opinion, nothing can be registered in order; what was made all the same goes to “Record an irregular decision”: it stays on record, and the review goes on as it is.',
      ),
      both(
        '应当由负责人集体讨论的处罚案件，决定登记之前「登记集体讨论」：出席、缺席、主持、记录、每人的意见和结论；集体讨论记录由此生成。没有讨论就登记处罚决定，案件亮红灯，并写明《行政处罚法》第五十七条。',
        'Where the heads have to discuss a penalty together, “Record a discussion” before the decision is registered: who was there and who was not, chair and recorder, each view, the outcome; the form is filled from it. A penalty registered without it turns the case red, and art. 57 of the Administrative Penalty Law is named.',
      ),
      both(
        '「中止」要写法律依据、批准人和原因，恢复之前不办理送审、审核和决定。两件未出具意见的案件可以「并案」，本案注明去向。公示办结或者不作出决定之后「归档」；归档材料缺什么逐项列出，依规定可以缺少的写明理由。',
        'To “Suspend” takes legal basis, approval and cause; nothing is submitted, reviewed or decided until it is resumed. Two cases without an opinion can “Merge”; this one then points to the other. After disclosure, or where nothing is decided, “Archive”: what the file lacks is listed, and what may lack needs a reason.',
      ),
    ],
  },
  {
    id: 'forms',
    title: both('文书：随案文书的制作', 'Forms: the companion forms of a case'),
    paragraphs: [
      both(
        '左边列出全部随案文书：已制作的、可以制作的、还缺要素的、暂不适用的（写明为什么）。内容取自本案记录，右边预览就是打印的样子。「还缺的要素」是记录里没有的必备要素：可以先去登记，也可以在「补填内容」里填写；确需手填的，勾选确认后留横线。',
        'On the left every companion form: made, ready, with something lacking, or not applicable yet and why. What it says comes from the records; the preview is what will be printed. “What it lacks” are required elements that the records do not have: record them first, or “Type in”; what is to be filled in by hand is confirmed and printed as a line.',
      ),
      both(
        '「制作并存档」时取文号，PDF 和 Word 各存一份，连同校验值记入审计链，可随时「存为 PDF」「存为 Word」。做错的「作废」并写明原因，文号保留、不再使用，在「设置」的编号登记中可以查到。承办方的文书由本案承办人员制作，审核方的由审核人或者审核机构负责人制作。',
        '“Make and file” takes the number, keeps PDF and Word, and writes both hashes into the audit chain; “Save PDF” and “Save Word” at any time. A wrong one is “Make void” with the reason: its number stays and is never used again, and stands in the register under “Settings”. Forms of the handling side are made by the handlers, those of the review by its reviewer or head.',
      ),
      both(
        '干预记录表只能在这里取「空白表 PDF」「空白表 Word」：内容单独密封，不放进本案文书。各单位的标题、文号、用语、附页和自设栏目，由管理员或者审核机构负责人在「设置」的「文书设置」里修改；必备要素和必备占位符不能删去。',
        'The record of interference is taken here only as “Empty form as PDF” or “Empty form as Word”: what is in it is sealed and never among the papers of the case. Title, number, wording, further pages and own rows are changed under “Settings”, “Forms of this station”, by an administrator or the head; required elements and placeholders stay.',
      ),
    ],
  },
  {
    id: 'disclosure',
    title: both('公开：遮盖、公开登记、撤回', 'Disclosure: masking, publication, withdrawal'),
    paragraphs: [
      both(
        '登记行政决定后，这里列出应当公开的事项：什么时候以前、在哪里、依据什么，期限同时亮在「期限」和看板上。没有核到条文的规则标「未核实」。',
        'Once the decision is registered, this lists what must be published: by when, where, on what basis; the clocks show under “Clocks” and on the board too. A rule that was not found in a text is marked as not verified.',
      ),
      both(
        '「制作遮盖文本」：选本案材料中的决定书，或者粘贴文字。左边是原文，右边是公开文本；程序提出姓名、证件号码、住址、电话、账号、车牌、未成年人等，逐项「遮盖」或者「保留」，「按规则核定」一并处理规则明确的。没有提出的，在原文中选取文字后「加入」。单位名称不遮盖；法定代表人姓名由人判断。同一内容在别处还有的，不能提交。',
        '“Make a masked text” from a decision in the papers or from pasted words. Original on the left, text to publish on the right; names, numbers, homes, telephones, accounts, plates and minors are proposed: “Mask” or “Leave” each, or “Decide by the rules” for all that the rules settle. What was not proposed is selected in the original, then “Add”. Names of companies stay; a legal representative’s name is for a person to judge. While the same words stand elsewhere, it cannot be submitted.',
      ),
      both(
        '「提交批准」后由制作人以外的人「批准并生成文件」或者「退回修改」。生成的 PDF 和 Word 只由公开文本组成，里面没有原文，不是在原文上盖黑块。',
        'After “Submit for approval” another person than the maker chooses “Approve and make the files” or “Send back”. PDF and Word are made of the text to publish alone: the original is not in them, not even under a black box.',
      ),
      both(
        '公开后「登记公开」：载体、日期、网址，附截图或者 PDF 作为凭证，按内容留下校验值。全部事项公开后，本案公示办结，可以归档。依法不公开的，「提出不予公开」写明情形和理由，由另一名审核人或者负责人「审批不予公开」。',
        'After publishing, “Record a publication”: place, day, address, and a screenshot or PDF as proof, kept with its checksum. Once every duty is met, the disclosure is settled and the case can be archived. What the law keeps back goes to “Propose not to publish” with ground and reasons; another reviewer or head does “Settle the proposal”.',
      ),
      both(
        '决定被变更、撤销、确认违法或者无效的，「登记变更、撤销」，撤回期限即开始；撤下并公开说明理由后，「登记撤回公开」并附凭证。',
        'When a decision is changed, annulled, confirmed unlawful or void, “Record a change”: the time to withdraw begins. Once it is down and the reasons are told, “Record the withdrawal” with its proof.',
      ),
    ],
  },
  {
    id: 'accountability',
    title: both('责任', 'Who answers'),
    paragraphs: [
      both(
        '案件的「责任」按审计链列出承办、审核、审批、监督各是谁，行为时的姓名、部门、岗位，适用的目录和法律版本，系统提示过什么、谁改变了它、理由是什么；每一项有审计链序号和校验值，上方写明全链是否核验通过。人员离岗、调岗、改名后不变，现在不同的另外注明。「打印（PDF）」「导出 Word」的校验值也记入审计链。',
        'The tab “Who answers” of a case lists from the audit chain who handled, reviewed, approved and supervised, with names and posts as of the act, the catalogue and versions of the laws, what the machine had said, who departed from it and why; each line has its entry and hash, and the top says whether the whole chain verifies. It stays the same when people leave or change post or name. The hash of a print is in the chain too.',
      ),
      both(
        '「登记干预」：执法人员、审核人员、审核机构负责人、行政机关负责人、执法监督人员如实记录谁、向谁、以何种方式提出什么要求，如何答复，何人在场。记录后不能修改，只能「补充」。承办一方、其他审核人、各级负责人和管理员都看不到，也不出现在案件、搜索、导出和审计页；执法监督人员可以查看（参与过本案、属于承办机构或者被记录的除外），审核人员、审核机构负责人作为记录人可以查看自己的记录，执法人员、行政机关负责人得到记录的审计链序号。',
        '“Record interference”: officers, reviewers, heads, the agency’s head and supervisors write down who asked what of whom, how, what was answered and who was there. It is never changed, only added to. The handling side, other reviewers, heads and administrators see nothing of it anywhere; supervisors read it unless they had a part in the case, belong to its unit or are named, and a reviewer or head who recorded it reads their own; officers and the agency’s head get the number of its entry.',
      ),
    ],
  },
]
