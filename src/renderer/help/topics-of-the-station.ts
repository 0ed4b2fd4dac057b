/** Help on the law, the people, the station and its record. */
import { both, type HelpTopic } from './topic.ts'

export const STATION_TOPICS: readonly HelpTopic[] = [
  {
    id: 'catalogue',
    title: both('审核目录', 'Catalogue'),
    paragraphs: [
      both(
        '全部审核问题及依据。「未核实」表示该条还没有与法律原文核对，使用前请自行核实。补充目录（省、市、本机关）单独列出。已审核的案件保留审核时的目录版本。',
        'Every question with its basis. “Not verified” means that nobody compared it with the text of the law yet. Local overlays are listed apart. A reviewed case keeps the catalogue version it was reviewed under.',
      ),
      both(
        '本机关可以增加、加严或者停用问题和重大情形：「新建补充目录」，逐项写明来源和起止日期，「检查并预览影响」列出会影响哪些待受理的案件，然后「保存并施行」。每一版都留存；「撤回」后，以后受理的案件不再适用。「导出文件」供其他工作站导入。',
        'The agency can add, tighten or hide questions and triggers of its own: “New overlay”, each item with source and dates; “Check and preview” lists the cases to come that it touches; then “Save and put in force”. Every version is kept; after “Withdraw” it no longer holds for cases accepted later. “Export” is for other stations.',
      ),
    ],
  },
  {
    id: 'laws',
    title: both('法规库', 'Law library'),
    paragraphs: [
      both(
        '法审台不附带法规条文。把法规文本的文件夹拖进来或者用「导入法规」：读取 .md、.txt、.docx，分出条款项和版本。再次导入只处理有变化的文件，已有的版本不会被删除。',
        'Fashen comes without texts of laws. Drop a folder of texts or use “Import laws”: .md, .txt and .docx are read and divided into articles and versions. Importing again takes only what changed; versions that are there are not deleted.',
      ),
      both(
        '可按名称、条文内容检索；「法规登记」列出有名称和日期而没有文本的法规。读一部法规时，可看目录、各版本的时效、两个版本的差异，以及哪些审核问题和案件引用了某一条。',
        'Laws are found by title and by words of their articles; “Register” lists those known by name and date only. While reading you see contents, which versions were in force when, the difference of two versions, and which questions and cases cite an article.',
      ),
    ],
  },
  {
    id: 'benchmarks',
    title: both('裁量基准', 'Benchmarks of discretion'),
    paragraphs: [
      both(
        '目录只带一项示例，不能作为依据。由法制审核负责人或者管理员用「导入裁量基准」导入本机关公布的表格（XLSX）：核对各列的对应关系，看一遍读出的基准和未能读入的行，再导入。',
        'The catalogue has one example only, which is no basis for anything. Head or administrator use “Import benchmarks” with the published table (XLSX): check which column is what, look over what was read and which rows could not be, then import.',
      ),
      both(
        '停用的基准不能再选，已使用它的裁量表保持原样。',
        'A retired benchmark can no longer be chosen; sheets that used it stay as they are.',
      ),
    ],
  },
  {
    id: 'evaluation',
    title: both('案卷评查', 'File evaluation'),
    paragraphs: [
      both(
        '审核机构负责人或者监督人员用「发起评查」选定期间、条件、标准和数量，由程序随机抽取。抽样前先把种子的承诺值写入审计链，「重新计算抽样」用种子和总体名单再抽一遍。',
        'The head of review or a supervisor uses “Begin an evaluation” for period, conditions, standard and number; the program draws. The commitment to the seed is in the audit chain before the draw; “Draw the sample again” computes it anew.',
      ),
      both(
        '评查人不能是本案承办人、审核过本案的人或者签发意见书的负责人。逐项选「符合」「扣分」「不适用」（Tab 换项，方向键选择），扣分和一票否决都要写明理由；不适用的项从总分中扣除后折算为百分制，得分只舍不入。「签名并锁定」后不能修改，用「更正」另出一份。',
        'Whoever handled or reviewed the case, or signed its opinion as head, cannot evaluate it. Mark each line “Met”, “Deduct” or “Not applicable” (Tab walks, arrows choose); a deduction or veto needs its reason. What does not apply is taken out of the whole, the rest counts for 100 and is cut off, not rounded up. “Sign and lock” ends it; “Correct” makes a further sheet.',
      ),
      both(
        '属于审核时应当发现的问题，签名后计入统计的「出具意见后发现的问题」；送达、归档等审核之后的问题不计。程序附带的标准逐项注明依据，分值是实践做法；本地另有标准的，用「导入标准」导入。',
        'What the review should have found counts in the statistics as found after the opinion; service and archiving do not. The standard that ships names the basis of each line, its points are practice; import your own with “Import a standard”.',
      ),
    ],
  },
  {
    id: 'archives',
    title: both('档案与名册', 'Archives and registers'),
    paragraphs: [
      both(
        '归档案件由审核机构负责人「定期限」；没有定的一直保管。保管期限届满的，负责人提出销毁并附鉴定意见，行政机关负责人批准，第三人「监销并销毁」；三个步骤须是三个不同的人。文件和读出的文字被删除，登记内容、校验值和审计链保留，以后打开时说明按第几号记录销毁。移出的无人引用的文件也只能这样删除。备份和导出的副本不在其内。',
        'The head settles how long an archived case is kept (“Settle”); what is not settled is kept. Once it is over, the head proposes destruction with the appraisal, the agency’s head approves, and a third person has it done (“Witness and destroy”): three different people. Bytes and texts are erased; entries, hashes and the chain stay, and whoever opens such a file is told under which record it went. Unreferenced files go in no other way. Backups and exported copies are not reached.',
      ),
      both(
        '权责清单和执法证件名册由负责人或者管理员维护：「导入」先逐行说明结果（新增、变化、相同、不能导入），确认后才写入。案件登记的执法证号按当日核对名册，对应的权责事项按行为种类和法律列出。',
        'The list of powers and the register of certificates are kept by the head or an administrator: “Import” tells the fate of each row first and writes only when confirmed. Certificate numbers of a case are checked against the register as of the day; items that fit are listed by kind of action and law.',
      ),
    ],
  },
  {
    id: 'transfers',
    title: both('行刑衔接', 'Criminal transfer'),
    paragraphs: [
      both(
        '全站「未了结的移送」及其期限，点案件名称打开该案的「移送」。检察机关的检察意见、检察建议用「登记检察意见」登记，再「研判能否处罚」：行为终了和被发现的日期、时效二年或者五年、处罚依据、是否有管辖权；时效已过、没有依据或者无管辖权的，不能决定处罚。决定后「回复检察机关」，期限二个月尚未核对原文，文书另有载明的从其载明。',
        '“Transfers under way” of the whole station with their clocks; a case’s name opens its “Transfer”. Opinions and suggestions of the procuratorate are entered with “Register an opinion”, then “Assess”: end and discovery of the act, two or five years of limitation, provision and competence; where one of them lacks, no penalty can be decided. Then “Answer”: two months, not checked against the text; a day that the paper names goes first.',
      ),
      both(
        '「公职人员线索」单独保存，只有记录人、负责人、行政机关负责人和监督人员看得到，所写到的人和线索所出案件的办案人员看不到；案件的办理记录和审计链里没有其内容。',
        '“Clues about officials” are kept apart: seen by who wrote them, the heads and the supervisor; not by whom they name, nor by the team of the case that they come from; neither the history of the case nor the audit chain has their text.',
      ),
    ],
  },
  {
    id: 'disclosures',
    title: both('决定公开', 'Disclosures'),
    paragraphs: [
      both(
        '全站应当公开、已经公开、不予公开和已经撤回的执法决定。「待办」按最后一日排列，超期的在前：登记行政决定后，处罚、许可 7 个工作日，其他 20 个工作日；决定被变更、撤销后，处罚信息 3 个工作日内撤回，案件已经归档的也照样亮灯。点案件名称打开该案的「公开」。',
        'Decisions of the whole station to publish, published, not published and withdrawn. “To do” has the longest over first: 7 working days for penalties and licences, 20 for the rest, from the registered decision; 3 to withdraw a penalty after it was changed or annulled, also in a case that is archived. A case’s name opens its “Disclosure”.',
      ),
    ],
  },
  {
    id: 'rules',
    title: both('规则使用情况', 'Use of the rules'),
    paragraphs: [
      both(
        '每条预审规则提出的疑点被采纳、修改后采纳、不采纳各多少次，以及最近的理由。不采纳得多的规则可能需要调整。',
        'For each rule of the pre-review: how often its findings were accepted, accepted with changes or dismissed, and the latest reasons. Rules that are often dismissed may need changing.',
      ),
    ],
  },
  {
    id: 'ledger',
    title: both('台账', 'Ledger'),
    paragraphs: [
      both(
        '每件案件每一轮送审一行，登记后自动列入，随办理情况更新；序号按年度编，不重复使用，更正收到日期也不变。点一行打开案件；点「备注」一栏（或按 F2）可写备注，修改记入操作日志。',
        'One line for each round of each case, there as soon as it is registered and kept up to date; serials count by year and are never used twice, also when a day of receipt is corrected. A line opens its case; the last column (or F2) takes a remark, and each change goes into the audit log.',
      ),
      both(
        '“导出 Excel”写出当前筛选结果的全部列。',
        '“Export to Excel” writes what the filter leaves, in every column.',
      ),
      both(
        '“导入旧台账”读入以前的 Excel 台账：选文件、核对表头和列的对应，先试运行，逐行列出新记录、已有相同、有冲突、不能导入及原因；确认后一次写入，失败则一行也不写。公式取最后计算的值，合并单元格取上方的值，都有说明。整次导入可由审核机构负责人撤回。',
        '“Import an earlier ledger” reads an earlier Excel ledger: choose the file, check the heads and which column is which, then a dry run lists each row as new, same, in conflict or refused, and why; what is new is written at once or not at all. Formulas count by their last result, merged cells by the value above, and it is said. The head of review can withdraw an import as a whole.',
      ),
      both(
        '导入的行标“导入”，没有材料和审核过程，不计入统计。一个工作表最多 20,000 行，更多的按年度拆分。',
        'Imported rows are marked; they have no papers and no review and are not in the statistics. A sheet may have up to 20,000 rows; split larger ones by year.',
      ),
    ],
  },
  {
    id: 'statistics',
    title: both('统计', 'Statistics'),
    paragraphs: [
      both(
        '选定期间后，各项指标与上一年同期对照：按期率、退回补正率、采纳率、件均问题数、漏检率、移送率、用时和工作量，可按承办机构、行政行为种类和审核人筛选。图下即是数字；「打印」连同图一起打印，「生成 PDF」「生成 DOCX」做成公文格式，「导出（CSV）」用表格软件打开。',
        'For a period, each figure beside that of the year before: in time, returned, adopted, defects each, missed, transferred, working days and workload; narrowed by unit, kind of act and reviewer. The numbers stand under the pictures. “Print” has the pictures too, “Make PDF” and “Make DOCX” give the tables as a paper, “Export (CSV)” opens in a spreadsheet.',
      ),
      both(
        '每项指标的口径写在表下。案卷评查、复议、诉讼或监督中发现审核时未发现的问题，在该案件的概况里登记，计入漏检率。',
        'What each figure counts is said below its table. A defect that evaluation, reconsideration, a court or supervision finds later is recorded in the overview of its case and counts as missed.',
      ),
    ],
  },
  {
    id: 'annual-report',
    title: both('年度报告', 'Annual report'),
    paragraphs: [
      both(
        '每年 1 月 31 日前公布上年度行政执法统计年报。六张表中，送审并登记决定的案件由系统统计；其余用「填报」填入并写明来源。补足未送审的执法行为后选「已核对」，没有这项职责的选「无此职责」。「待补内容」列出还缺什么，点名称即可填报。',
        'The enforcement statistics of a year are published by 31 January. Of the six tables the station counts what was reviewed and decided here; the rest is entered with “Enter” and where it is from. With the unreviewed added choose “Checked”; without the power choose “No such power”. “Still missing” lists the gaps; press a name to fill it.',
      ),
      both(
        '执法情况说明可以改写，双大括号中的数字随报表变化；下一年度沿用改写后的文字。「生成 PDF」「生成 DOCX」在缺项时带“草稿”字样并附待补内容。',
        'The explanation can be reworded; figures between double braces follow the tables, and the next year begins with your words. “Make PDF” and “Make DOCX” carry a draft mark and list what is missing until nothing is.',
      ),
      both(
        '到期前（默认 30 天，可在「提醒设置」更改）起在负责人和管理员首页提醒，直到「标记为公布」。公布后数字锁定，作为下一年度的对照；确需更正的「撤回公布标记」并写明理由。',
        'From 30 days before the last day (“Reminder” changes it) Home of heads and administrators calls it to mind until “Mark as published”. The figures are then locked and are what the next year is compared with; to correct, “Take back the mark” with a reason.',
      ),
    ],
  },
  {
    id: 'people',
    title: both('人员', 'People'),
    paragraphs: [
      both(
        '一人可有多个角色，但同一案件中承办人不能审核，审核人不能审批自己的意见书。证件到期前 60 日开始提醒。人员离岗请「停用」，其记录保留。',
        'One person can hold several roles, but in one case a handler cannot review and a reviewer cannot approve their own opinion. Certificates are warned about 60 days before they end. “Deactivate” people who leave; their record stays.',
      ),
      both(
        '「审核力量」按登记的执法人员总数核对法制审核人员是否不低于规定的比例（目录所载，国家规定为 5%）；在其「设置」里还可以规定抽取时的工作量分档：在办案件多出该件数的人不参加抽取，理由一并记录。',
        '“Reviewers” compares the number of reviewers with the number of enforcement staff that was entered (the share that the catalogue has, 5 % by the national rule); its settings also hold the band of workload for the draw: who has more open cases than that is left out, with the reason on record.',
      ),
      both(
        '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格（行政处罚法第五十八条第二款）。人员的起始日用于判断是否初次。',
        'Those who review penalty decisions for the first time must hold the legal professional qualification (Administrative Penalty Law art. 58 para. 2). The day since when somebody reviews tells whether it is the first time.',
      ),
    ],
  },
  {
    id: 'certificates',
    title: both('我的证书', 'My certificates'),
    paragraphs: [
      both(
        '签署需要证书：可导入机构发放的 .p12 / .pfx 文件，或由本站签发。签名密码只用于签署，与登录密码分开。证书遗失或泄露时请立即吊销，以前的签名不受影响。',
        'Signing needs a certificate: import a .p12 / .pfx that you were given, or have the station issue one. The signing password is only for signing. Revoke a certificate that is lost; earlier signatures stay.',
      ),
      both(
        '每张证书写明持有人、颁发者、有效期和证书序列号；序列号四位一组，便于和纸质回执核对。「签名图片」手写或者导入，签署时显示在您的签名处；「本站印章」由管理员或者负责人设置，负责人签发时可以加盖。',
        'Each certificate names its holder, issuer, period and serial number, in groups of four digits to compare with a paper. A “Signature picture”, drawn or imported, stands at your place when you sign; “The station’s seal” is set by the administrator or the head, who can put it on when issuing.',
      ),
    ],
  },
  {
    id: 'verify',
    title: both('核验', 'Verify'),
    paragraphs: [
      both(
        '把签发的 PDF 拖入，程序逐项核对签名、文号、登记的校验值和审计链头，并说明哪一项不符。',
        'Drop an issued PDF: signatures, number, recorded hash and chain head are checked one by one, and what does not match is told.',
      ),
    ],
  },
  {
    id: 'audit',
    title: both('审计链', 'Audit chain'),
    paragraphs: [
      both(
        '「核验整条链」逐条重算校验值，并核对已签发意见书上印的链头。链完好说明记录没有被改动；发现问题请停止使用并保留数据文件夹。有案件的记录可以直接打开案件。',
        '“Verify the whole chain” computes every hash again and compares the chain heads printed in issued opinions. If something is wrong, stop using the station and keep its folder. Entries of a case lead to the case.',
      ),
    ],
  },
  {
    id: 'settings',
    title: both('设置和备份', 'Settings and backup'),
    paragraphs: [
      both(
        '语言、主题和文字大小（100%–200%）只影响这台电脑。机关信息由管理员修改。「期限提醒」只关系到您本人。',
        'Language, theme and text size (100–200 %) concern this computer only. The data of the agency is changed by the administrator. “Deadline reminders” is yours alone.',
      ),
      both(
        '「编号规则」由管理员设定：意见书文号和案件编号各由机关代字、年份、序号和文字组成，用「插入」把它们放到光标处，下面随即显示第一号、第十二号和下一年的样子。与公文格式国家标准不一致的会标出，但不阻止；没有年份或者序号，两件文书分不清的，不能保存。改动只用于以后取的号：已取的号不变，不断号、不重号。意见书文号在审核人签署时取得，案件编号在登记时给出。',
        '“Number patterns” are set by the administrator: the number of an opinion and that of a case are made of the agency’s code, year, running number and words. “Insert” puts a part at the cursor, and below it you see the first number, the twelfth, and the next one in the new year. What departs from the national standard for official documents is marked and not forbidden; a pattern without year or running number, which could not tell two papers apart, is not saved. A change holds for numbers given from now on: those given stay, without gaps and never twice. An opinion gets its number when the reviewer signs, a case when it is registered.',
      ),
      both(
        '「文书版头与联系方式」印在以后制作的意见书和补正通知书上，旁边有示意；已经签发的文书不变。',
        '“Letterhead and contact” is printed on opinions and notices made from now on, with a sketch beside it; what was issued stays as it is.',
      ),
      both(
        '「立即备份」把整个工作站一致地复制到移动硬盘或者另一块硬盘，写完后逐项核对；备份期间可以照常工作。超过设定的天数没有备份会提醒。恢复时把备份文件夹复制到本机，启动时指定它为数据文件夹，打开后到「审计链」核验。',
        '“Back up now” copies the whole station to a removable or another disk and checks every part of the copy; work can go on meanwhile. After a number of days without one you are reminded. To restore, copy the backup folder to a computer, start with it as the data folder and verify it under “Audit chain”.',
      ),
      both(
        '「数据文件夹」不要在程序打开时直接复制，也不要放在网盘或同步目录。启用口令另行保管：没有口令（也没有系统密钥库），备份也打不开。',
        'Never copy the “Data folder” by hand while the program is open, never keep it in a network or cloud folder. Keep the passphrase apart: without it (and without the key chain) a backup cannot be opened either.',
      ),
      both(
        '国务院办公厅公布下一年放假安排后，由管理员或者审核机构负责人在放假日历处「录入放假通知」：粘贴全文、表格或者逐项填写，程序核对法定节假日、重叠和周末上班日，列出哪些期限从哪一天变到哪一天，确认后保存并重新计算。每年录入一次即可。',
        'When the notice of next year’s days off is out, the administrator or the head of review uses “Enter a holiday notice” at the calendar: paste the text or a table, or fill in the rows. Statutory days, overlaps and worked weekends are checked, the clocks that move are listed with both days, then it is saved and they are counted anew. Once a year is enough.',
      ),
      both(
        '系统时钟被调回时，页脚会提示「本机时钟比最近一条记录早」：请核对日期和时间。期限改按最近一条记录的时间计算，不因此多出时间；文书日期按本机时钟。',
        'When the clock was set back, the foot says “This computer’s clock is behind the last record”: check date and time. Clocks are then counted by that last record, so nobody wins time; dates of documents follow this computer.',
      ),
    ],
  },
  {
    id: 'about',
    title: both('关于法审台', 'About Fashen'),
    paragraphs: [
      both(
        '程序版本和所用开源组件的许可。法审台不连接网络，全部数据保存在本机加密的文件夹里；打印和另存的副本不再加密，请妥善保管。',
        'The version and the licences of the components used. Fashen does not use a network; all data is in an encrypted folder on this computer. Prints and saved copies are no longer encrypted: keep them with care.',
      ),
    ],
  },
]
