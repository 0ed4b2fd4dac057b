/** Help on Home, the list of cases, and registering. */
import { both, type HelpTopic } from './topic.ts'

export const LIST_TOPICS: readonly HelpTopic[] = [
  {
    id: 'home',
    title: both('首页', 'Home'),
    paragraphs: [
      both(
        '上方数字是超期、临期、待办、退回和近几天出具的案件数，每个数字点击后打开对应的清单。红色表示已过期限，黄色表示剩 2 个工作日以内；「我的期限」列出由您办理或者等您处理的各类期限，包括按小时计算的移送期限，写明超期或者剩余多少、责任环节，点击进入案件的「期限」；「审核超期和临期」逐件写明审核和补正到哪一天、现在在谁处。',
        'The figures on top are what is overdue, due soon, waiting, sent back and just issued; each opens the list it counts. Red: the limit has passed; amber: 2 working days or fewer are left. “My time limits” holds every limit that is yours, also those of a transfer that run in hours: by how much, and on whose desk; each opens the clocks of its case. “Reviews overdue and due soon” says until when each review or supplement runs, and on whose desk it lies.',
      ),
      both(
        '期限日历按法定节假日和调休排列：“休”是放假，“班”是周末上班，虚线框的日子放假安排尚未公布。方向键移动日期，日期上的数字是当天到期的项数，审核、补正到期的案件和其他期限一并计入；选中一天，先列出到期的案件，再列出其他期限。「我的本月」按周列出收件、出具和按期出具的件数。',
        'The calendar follows the statutory holidays: there are marks for days off and for weekends on which people work; days in a dashed frame have no published arrangement yet. The arrow keys move from day to day. The number on a day counts what ends on it, cases whose review or supplement is due and other time limits together; the chosen day lists those cases first, then the other time limits. “My month” counts by week what was received, issued and issued in time.',
      ),
      both(
        '审核机构负责人、行政机关负责人和执法监督人员还能看到全部案件的状态，以及每个状态中超期、临期的件数。身兼数职的，可在右上方切换查看范围。',
        'Heads of review, agency heads and supervisors also see all cases by state, with what is late and near in each. Who has several roles chooses at the top whose cases are shown.',
      ),
      both(
        '桌面版会用系统通知提醒期限：临近、当天届满和超期各提醒一次，每天如此，点通知即打开案件的期限。不需要时，在「设置」中关闭「期限提醒」。',
        'The desktop program reminds of clocks by notices of the system: near the end, on the last day and after it, once a day each; pressing the notice opens the clocks of the case. “Deadline reminders” under “Settings” turns them off.',
      ),
    ],
  },
  {
    id: 'board',
    title: both('督办看板', 'Deadline board'),
    paragraphs: [
      both(
        '审核机构负责人、行政机关负责人和监督人员在这里看到全部未结案件的红灯和黄灯：哪一项期限、超期或者还剩多少、届满日、由谁负责。点案件名称打开该案的「期限」。',
        'Heads of review, agency heads and supervisors see every red and amber clock of all open cases: which one, by how much it is over or what is left, its last day and whose it is. A case’s name opens its “Clocks”.',
      ),
      both(
        '上方按种类汇总，点种类即只看该类；还可以按灯、责任环节和人员筛选。看板随每次办理更新；提前多久亮黄灯，在「设置」的「期限预警」里由管理员或者审核机构负责人确定。',
        'The figures on top are by kind of clock; clicking one shows that kind only. Light, desk and person narrow it further. The board follows every act; how early a clock turns amber is set by the administrator or the head of review under “Deadline warnings” in “Settings”.',
      ),
    ],
  },
  {
    id: 'cases',
    title: both('案件列表、筛选和列', 'List of cases, filters and columns'),
    paragraphs: [
      both(
        '按状态、种类、送审日期和文字筛选；文字会在名称、当事人、案由、文号以及材料和意见书的内容中查找，一个字也能查。「更多条件」还有期限、出具日期、金额、审核人、承办机构，以及台账各列：分案方式、采纳情况、决定日期和文号、公开情况、复议诉讼、移送、归档和备注。已设的条件逐条列在筛选行下方，点一下即可去掉。',
        'Filter by state, kind, date and words; words are looked for in title, party, cause, numbers and in the text of papers and opinions, even a single character. “More conditions” has limits, dates of issue, amounts, reviewer and unit, and the columns of the ledger: assignment, answer, day and number of the decision, publication, reconsideration or suit, transfer, archive and remark. The conditions that are set stand in a line below; a click takes one off.',
      ),
      both(
        '常用的条件在「常用筛选」里起个名字保存，可以设为打开列表时使用的一个。「列」决定显示哪些列和顺序，列宽在表头边缘拖动；都只属于您自己。点表头排序。',
        'Conditions that you use often can be kept by a name under “Saved filters”; one of them can be what the list opens with. “Columns” chooses which columns are shown and in which order; drag the edge of a heading for its width. All of this is yours alone. Click a heading to sort.',
      ),
      both(
        '勾选若干案件后，可以在标签页中打开、复制为文本、逐件抽取审核人。「导出 Excel」导出当前筛选结果和当前的列。',
        'Ticked cases can be opened in tabs, copied as text, or have their reviewers drawn one by one. “Export to Excel” writes what the filter shows, with the columns shown.',
      ),
    ],
    keys: ['help:inList'],
  },
  {
    id: 'tabs',
    title: both('案件标签页', 'Tabs of open cases'),
    paragraphs: [
      both(
        '打开过的案件排在上方，最多 20 件；换标签时回到原来的题目、文件和页码。下次启动后仍在。鼠标中键或者关闭按钮关闭标签，不影响案件。',
        'Cases that you opened stand at the top, 20 at most; changing tabs brings you back to the same question, paper and page. They are there again after the next start. The middle mouse button or the cross closes a tab; the case is not touched.',
      ),
      both(
        '每个页面都有地址：按页脚的「复制地址」，得到类似 #/cases/…/review/3.8 的一行文字；粘贴到上方的搜索栏按回车，就到那一页、那一题。地址只在本站有效，打开时仍按各人的权限。',
        'Every page has an address: “Copy address” at the foot gives a line such as #/cases/…/review/3.8; pasted into the search at the top, Enter goes to that page and question. An address works on this station only, and shows what the person may see.',
      ),
    ],
    keys: ['openCases:label'],
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
        '把整套送审材料拖进来，程序在本机阅读并识别文书种类，从中提出登记内容；每一处都写明出自哪份文书哪一页，由您核对后采用。读不清的不会替您填写。',
        'Drop the whole set of papers: the program reads them on this computer, tells the kinds of documents and proposes what to register. Each proposal names its paper and page; you check and take it. What is not legible is not filled in.',
      ),
      both(
        '统一社会信用代码、身份证号会即时校验。校验不通过只作提示，可以照材料原样登记，由审核来处理。',
        'Credit codes and identity numbers are checked as you type. A wrong check digit is only a warning: register what the paper says, the review deals with it.',
      ),
      both(
        '案件情形决定哪些问题适用、哪些材料必备。不清楚就保留「不清楚」，相关问题会照问。',
        'The circumstances decide which questions apply and which papers are needed. Leave “Not known” where you do not know; the question is then asked.',
      ),
    ],
    keys: ['help:inForms'],
  },
]
