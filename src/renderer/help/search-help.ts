/** Finding a page of the help by words. Pure. */
import type { Language } from '../../shared/values/values.ts'
import type { HelpTopic } from './topic.ts'

/** Pages with all the words, in either language; those with a word in their title first. */
export function findTopics(topics: readonly HelpTopic[], typed: string): readonly HelpTopic[] {
  const words = typed.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return topics
  const textOf = (topic: HelpTopic): string =>
    [topic.title, ...topic.paragraphs].flatMap((text) => [text['zh-CN'], text.en]).join('\n').toLowerCase()
  const titled = (topic: HelpTopic): boolean => {
    const title = `${topic.title['zh-CN']}\n${topic.title.en}`.toLowerCase()
    return words.some((word) => title.includes(word))
  }
  const found = topics.filter((topic) => words.every((word) => textOf(topic).includes(word)))
  return [...found.filter(titled), ...found.filter((topic) => !titled(topic))]
}

/** Some letters around the first word that was found in a page's text. */
export function snippetOf(topic: HelpTopic, typed: string, language: Language): string | null {
  const word = typed.toLowerCase().split(/\s+/u).find((one) => one !== '')
  if (word === undefined) return null
  for (const paragraph of topic.paragraphs) {
    const text = paragraph[language]
    const at = text.toLowerCase().indexOf(word)
    if (at >= 0) return `${at > 14 ? '…' : ''}${text.slice(Math.max(0, at - 14), at + word.length + 26)}…`
  }
  return null
}
