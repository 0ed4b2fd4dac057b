/** What a page of the help (帮助) is made of. Names in 「」 and “” are texts of the window; a test looks each of them up. */
import type { Bilingual } from '../../shared/values/values.ts'
import type { ShortcutGroup } from './shortcuts.ts'

export const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export interface HelpTopic {
  readonly id: string
  readonly title: Bilingual
  readonly paragraphs: readonly Bilingual[]
  /** The keys that belong to the screen. */
  readonly keys?: readonly ShortcutGroup['title'][] | undefined
}
