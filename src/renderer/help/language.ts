/** Words of the help. The pages themselves are in `help-topics.ts`. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    title: '帮助',
    contents: '目录',
    shortcuts: '快捷键',
    shortcutsHint: '正在输入文字时，单键快捷键不起作用。',
    everywhere: '所有页面',
    inList: '案件列表',
    inReview: '审核清单',
    inForms: '表单',
    headings: '八项审核内容',
    headingsIntro:
      '依据国务院办公厅《关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）第（十三）项。',
    firstRun: {
      title: '第一次使用',
      dismiss: '知道了',
      more: '查看帮助',
    },
  },
  {
    title: 'Help',
    contents: 'Contents',
    shortcuts: 'Keyboard',
    shortcutsHint: 'Single keys do nothing while you are typing.',
    everywhere: 'Everywhere',
    inList: 'List of cases',
    inReview: 'Checklist',
    inForms: 'Forms',
    headings: 'The eight headings',
    headingsIntro:
      'After the State Council General Office’s Guiding Opinions on the three systems of administrative enforcement (Guobanfa [2018] No. 118), item (13).',
    firstRun: {
      title: 'First steps',
      dismiss: 'Got it',
      more: 'Open the help',
    },
  },
)
