/** Words of the open cases. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  { label: '打开的案件', close: '关闭 {{title}}' },
  { label: 'Open cases', close: 'Close {{title}}' },
)
