/** The pages of the help: short, one a screen. */
import type { Role } from '../../shared/people/roles.ts'
import type { Bilingual } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export interface HelpTopic {
  readonly id: string
  readonly title: Bilingual
  readonly paragraphs: readonly Bilingual[]
}

export const FIRST_STEPS: readonly { readonly role: Role; readonly text: Bilingual }[] = [
  {
    role: 'admin',
    text: both(
      '管理员：在“人员”中添加承办人、审核人员和审核机构负责人，并填写执法证、法律职业资格证及有效期。',
      'Administrator: under “People”, add handlers, reviewers and a head of review, with their certificates and dates.',
    ),
  },
  {
    role: 'handler',
    text: both(
      '承办人：点“登记案件”，按送审材料填写，并添加材料文件。',
      'Handler: choose “Register a case”, fill it in from the papers and add the files.',
    ),
  },
  {
    role: 'reviewer',
    text: both(
      '审核人员：先在“我的证书”中准备签名证书，再从首页打开分派给您的案件，逐项回答八项内容的问题。',
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

export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    id: 'overview',
    title: both('一件案件怎样走完', 'How a case goes through'),
    paragraphs: [
      both(
        '登记并添加材料 → 核对材料是否齐全：受理，或者退回补正 → 随机分派审核人 → 逐项回答审核问题 → 起草意见书 → 负责人同意或者退回修改 → 审核人、负责人先后签署 → 出具并编号 → 导出归档。',
        'Register with its papers → check completeness: accept or return for supplement → draw a reviewer → answer the questions → draft the opinion → the head approves or sends back → reviewer and head sign → issued with a number → exported for the file.',
      ),
      both(
        '程序推算意见类型、期限和材料是否齐全；每一项结论由人决定。改变推算结果要写明理由，理由会留痕。',
        'The program computes the opinion type, the time limits and what is missing; people decide. Departing from what is computed needs a reason, which stays on record.',
      ),
      both(
        '每一步都在审计链中留下一条记录，不能修改或者删除。意见书上印有签发时的链头。',
        'Every step leaves an entry in the audit chain that can be neither changed nor deleted. The head of the chain is printed in each opinion.',
      ),
    ],
  },
  {
    id: 'home',
    title: both('首页', 'Home'),
    paragraphs: [
      both(
        '上方数字是超期、临期、待办、退回和近几天出具的案件数，每个数字点击后打开对应的清单。红色表示已过期限，黄色表示剩 2 个工作日以内；“超期和临期”逐件写明是哪一项期限、到哪一天、现在在谁处。',
        'The figures on top are what is overdue, due soon, waiting, sent back and just issued; each opens the list it counts. Red: the limit has passed; amber: 2 working days or fewer are left. “Overdue and due soon” says for each case which limit, until when, and on whose desk it lies.',
      ),
      both(
        '期限日历按法定节假日和调休排列：“休”是放假，“班”是周末上班，虚线框的日子放假安排尚未公布。方向键移动日期，选中一天即列出当天到期的案件。“我的本月”按周列出收件、出具和按期出具的件数。',
        'The calendar follows the statutory holidays: “off” is a holiday, “work” a weekend on which people work; days in a dashed frame have no published arrangement yet. The arrow keys move from day to day; the chosen day lists what is due. “My month” counts by week what was received, issued and issued in time.',
      ),
      both(
        '审核机构负责人、行政机关负责人和执法监督人员还能看到全部案件的状态，以及每个状态中超期、临期的件数。身兼数职的，可在右上方切换查看范围。',
        'Heads of review, agency heads and supervisors also see all cases by state, with what is late and near in each. Who has several roles chooses at the top whose cases are shown.',
      ),
    ],
  },
  {
    id: 'cases',
    title: both('案件列表', 'List of cases'),
    paragraphs: [
      both(
        '按状态、种类、送审日期和文字筛选；文字会在名称、当事人、案由和文号中查找，一个字也能查。点表头排序。上下键移动，回车打开；返回时仍停在原来的一行。',
        'Filter by state, kind, date and words; words are looked for in title, party, cause and numbers, even a single character. Click a heading to sort. Arrow keys move, Enter opens; coming back you are on the same row.',
      ),
    ],
  },
  {
    id: 'register',
    title: both('登记案件', 'Registering a case'),
    paragraphs: [
      both(
        '带 * 的必须填写，其余可以以后补。内容随填随存（最后一次按键后两秒内），中途离开不会丢失。',
        'Fields with * are needed; the rest can come later. What you type is saved within two seconds of the last key, so leaving loses nothing.',
      ),
      both(
        '统一社会信用代码、身份证号会即时校验。校验不通过只作提示，可以照材料原样登记，由审核来处理。',
        'Credit codes and identity numbers are checked as you type. A wrong check digit is only a warning: register what the paper says, the review deals with it.',
      ),
      both(
        '“案件情形”决定哪些问题适用、哪些材料必备。不清楚就保留“不清楚”，相关问题会照问。',
        'The circumstances decide which questions apply and which papers are needed. Leave “not known” where you do not know; the question is then asked.',
      ),
    ],
  },
  {
    id: 'workspace',
    title: both('案件工作区', 'The case'),
    paragraphs: [
      both(
        '材料：核对清单、添加和打开文件。审核：左侧八项内容和进度，右侧逐题回答；可引用材料和页码。意见书：由答复生成，可逐段修改，改过的段落不会被覆盖。',
        'Papers: check the list, add and open files. Review: the eight headings with progress, and the questions to answer with evidence. Opinion: composed from the answers, editable by paragraph; what you rewrote is not overwritten.',
      ),
      both(
        '可办理的事项在右上方。没有按钮，说明目前轮不到您或者案件状态不允许。',
        'What can be done is at the top right. Where there is no button, it is not your turn or the state does not allow it.',
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
    id: 'people',
    title: both('人员', 'People'),
    paragraphs: [
      both(
        '一人可有多个角色，但同一案件中承办人不能审核，审核人不能审批自己的意见书。证件到期前 60 日开始提醒。人员离岗请“停用”，其记录保留。',
        'One person can hold several roles, but in one case a handler cannot review and a reviewer cannot approve their own opinion. Certificates are warned about 60 days before they end. Deactivate people who leave; their record stays.',
      ),
      both(
        '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格（行政处罚法第五十八条第二款）。“从事审核起始日”用于判断是否初次。',
        'Those who review penalty decisions for the first time must hold the legal professional qualification (Administrative Penalty Law art. 58 para. 2). “Reviewing since” tells whether it is the first time.',
      ),
    ],
  },
  {
    id: 'audit',
    title: both('审计链', 'Audit chain'),
    paragraphs: [
      both(
        '“核验整条链”逐条重算校验值，并核对已签发意见书上印的链头。链完好说明记录没有被改动；发现问题请停止使用并保留数据文件夹。',
        '“Verify the whole chain” computes every hash again and compares the chain heads printed in issued opinions. If something is wrong, stop using the station and keep its folder.',
      ),
    ],
  },
  {
    id: 'catalogue',
    title: both('审核目录', 'Catalogue'),
    paragraphs: [
      both(
        '全部审核问题及依据。“未核实”表示该条还没有与法律原文核对，使用前请自行核实。补充目录（省、市、本机关）单独列出。已审核的案件保留审核时的目录版本。',
        'Every question with its basis. “Not verified” means that nobody compared it with the text of the law yet. Local overlays are listed apart. A reviewed case keeps the catalogue version it was reviewed under.',
      ),
    ],
  },
  {
    id: 'settings',
    title: both('设置', 'Settings'),
    paragraphs: [
      both(
        '语言、主题和文字大小（100%–200%）只影响这台电脑。数据文件夹在“关于本机”中：请备份整个文件夹，不要在程序打开时直接复制，也不要放在网盘或同步目录。',
        'Language, theme and text size (100–200 %) concern this computer only. The data folder is under “About this station”: back up the whole folder, never copy it while the program is open, never keep it in a network or cloud folder.',
      ),
    ],
  },
]
