/** The pages of the help, in the order of the contents. */
import { both, type HelpTopic } from './topic.ts'
import { CASE_TOPICS } from './topics-of-a-case.ts'
import { LIST_TOPICS } from './topics-of-lists.ts'
import { STATION_TOPICS } from './topics-of-the-station.ts'

const OVERVIEW: HelpTopic = {
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
    both(
      '在任何页面按 F1，打开这一页的帮助；按 ? 看全部快捷键。整个流程不用鼠标也能办完：Tab 移动，回车按下按钮，方向键在列表和标签之间移动，Esc 关闭对话框。',
      'F1 opens the help of the page you are on; ? lists all keys. The whole way can be gone without a mouse: Tab moves, Enter presses a button, the arrow keys move in lists and tabs, Esc closes a dialog.',
    ),
    both(
      '出错时，程序说明发生了什么、什么已经保存、接下来怎么办；能再试的，旁边有「重试」。写了一半的文字保存在草稿中，中断后还在。',
      'When something fails, the program says what happened, what was kept and what to do; where trying again makes sense there is “Try again”. Half-written text is kept as a draft and is there after an interruption.',
    ),
  ],
  keys: ['help:everywhere'],
}

export const HELP_TOPICS: readonly HelpTopic[] = [OVERVIEW, ...LIST_TOPICS, ...CASE_TOPICS, ...STATION_TOPICS]
