/** Words of the reminders of limits. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    title: '期限提醒',
    hint: '有案件临期或超期时用系统通知提醒，一件案件每天每种灯色一次。',
    desktopOnly: '系统通知只在桌面窗口中出现；这里的选择对桌面窗口有效。',
    late: '已超过期限 {{days}} 个工作日',
    near: '距期限还有 {{days}} 个工作日',
    today: '期限今天届满',
    several: '有 {{count}} 件案件临期或者超期',
    severalHint: '点此打开首页查看。',
  },
  {
    title: 'Deadline reminders',
    hint: 'A notice of the system when a case is near its limit or past it, once a day for each case and light.',
    desktopOnly: 'Notices of the system appear in the desktop window only; what is chosen here holds there.',
    late: '{{days}} working days past the limit',
    near: '{{days}} working days to the limit',
    today: 'The limit ends today',
    several: '{{count}} cases are near their limit or past it',
    severalHint: 'Press to see them on Home.',
  },
)
