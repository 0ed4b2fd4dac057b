/** Words of the reminders of limits. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    title: '期限提醒',
    hint: '我的期限临近、当天届满和超期时用系统通知提醒，同一期限每天每种情形一次。提前多久由本站的「期限预警」确定。',
    desktopOnly: '系统通知只在桌面窗口中出现；这里的选择对桌面窗口有效。',
    state: '{{name}}：{{state}}',
    today: '{{name}}今天届满',
    several: '有 {{count}} 项期限临期或者超期',
    severalHint: '点此打开首页查看。',
  },
  {
    title: 'Deadline reminders',
    hint: 'A notice of the system when a clock of yours is near its end, ends today or is over, once a day each. How early is set for the station under “Deadline warnings”.',
    desktopOnly: 'Notices of the system appear in the desktop window only; what is chosen here holds there.',
    state: '{{name}}: {{state}}',
    today: '{{name}} ends today',
    several: '{{count}} clocks are near their end or over',
    severalHint: 'Press to see them on Home.',
  },
)
