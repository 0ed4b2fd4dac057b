/** The keys that do something, for the list that `?` opens and for the help. */
import type { WordKey } from '../language/features.ts'
import type { Bilingual } from '../../shared/values/values.ts'

export interface ShortcutGroup {
  readonly title: WordKey
  readonly keys: readonly { readonly keys: readonly string[]; readonly what: Bilingual }[]
}

const key = (keys: string, zh: string, en: string): ShortcutGroup['keys'][number] => ({
  keys: keys.split(' '),
  what: { 'zh-CN': zh, en },
})

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'help:everywhere',
    keys: [
      key('?', '显示快捷键', 'Show the keys'),
      key('/ Ctrl+K', '搜索案件', 'Search cases'),
      key('Alt+N', '登记案件', 'Register a case'),
      key('Alt+1 … Alt+9', '转到导航第 1 至第 9 项', 'Go to places 1 to 9 of the navigation'),
      key('Esc', '关闭对话框', 'Close a dialog'),
    ],
  },
  {
    title: 'help:inList',
    keys: [
      key('↑ ↓', '上一件、下一件', 'Case above, case below'),
      key('Home End', '第一件、已载入的最后一件', 'First case, last loaded case'),
      key('Enter', '打开案件', 'Open the case'),
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
