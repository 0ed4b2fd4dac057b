/** The keys that do something, for the list that `?` opens and for the help. */
import { SHORTCUTS as REVIEW_KEYS } from '../checklist/review-keys.ts'
import type { WordKey } from '../language/features.ts'
import type { Bilingual } from '../../shared/values/values.ts'

export interface ShortcutGroup {
  readonly title: WordKey
  readonly keys: readonly { readonly keys: readonly string[]; readonly what: Bilingual | WordKey }[]
}

const key = (keys: string, zh: string, en: string): ShortcutGroup['keys'][number] => ({
  keys: keys.split(' '),
  what: { 'zh-CN': zh, en },
})

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'help:everywhere',
    keys: [
      key('F1', '打开这一页的帮助', 'Help on this screen'),
      key('?', '显示快捷键', 'Show the keys'),
      key('/ Ctrl+K', '搜索案件', 'Search cases'),
      key('Alt+N', '登记案件', 'Register a case'),
      key('Alt+1 … Alt+9', '转到导航第 1 至第 9 项', 'Go to places 1 to 9 of the navigation'),
      key('Esc', '关闭对话框', 'Close a dialog'),
      key('Tab Shift+Tab', '下一个、上一个可操作处', 'Next control, control before'),
      key('Ctrl+P', '打印这一页', 'Print this page'),
    ],
  },
  {
    title: 'help:inList',
    keys: [
      key('↑ ↓', '上一件、下一件', 'Case above, case below'),
      key('PageUp PageDown', '上一屏、下一屏', 'A screen up, a screen down'),
      key('Home End', '第一件、最后一件', 'First case, last case'),
      key('Enter', '打开案件', 'Open the case'),
      key('Ctrl+Enter', '在后台标签页中打开', 'Open the case in a tab behind'),
      key('Space', '勾选', 'Tick'),
      key('Ctrl+A Esc', '全部勾选、取消勾选', 'Tick all, untick all'),
    ],
  },
  {
    title: 'openCases:label',
    keys: [
      key('Ctrl+Tab Alt+PageDown', '下一个标签页', 'Next tab'),
      key('Ctrl+Shift+Tab Alt+PageUp', '上一个标签页', 'Tab before'),
      key('Ctrl+1 … Ctrl+9', '第 1 至第 9 个标签页', 'Tabs 1 to 9'),
      key('Ctrl+W Alt+W', '关闭标签页', 'Close the tab'),
    ],
  },
  {
    title: 'help:inReview',
    keys: REVIEW_KEYS.map(({ keys, text }) => ({ keys, what: `checklist:${text}` as const })),
  },
  {
    title: 'help:inEvidence',
    keys: [
      key('Ctrl+F F3 Shift+F3', '在文件中查找，下一处，上一处', 'Find in the paper, next, before'),
      key('Ctrl+Shift+F', '在全部材料中查找', 'Find in all papers'),
      key('← →', '上一页、下一页', 'Page before, next page'),
      key('Ctrl+G', '到某一页', 'Go to a page'),
      key('+ -', '放大、缩小', 'Larger, smaller'),
      key('0 9', '适合宽度、适合整页', 'Fit the width, fit the page'),
      key('R Shift+R', '向右、向左旋转', 'Turn right, turn left'),
      key('T', '页面缩略图', 'Thumbnails'),
      key('M', '圈注区域', 'Mark a region'),
      key('H O', '在旁边再打开，换到另一侧', 'Open beside, to the other side'),
      key('V', '读取的文字', 'Text as read'),
      key('Ctrl+P', '打印这份文件', 'Print the paper'),
      key('Esc', '离开证据栏', 'Leave the pane'),
    ],
  },
  {
    title: 'help:inForms',
    keys: [
      key('Tab Shift+Tab', '下一栏、上一栏', 'Next field, field before'),
      key('Ctrl+Enter', '提交登记', 'Hand in the registration'),
    ],
  },
]
