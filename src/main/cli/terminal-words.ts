/**
 * The intake report as it is said in a terminal. It speaks of files that a station takes in; here nothing is taken in or
 * kept, and no program stands beside that could be closed.
 */
import { reasonInWords } from '../../shared/errors/reasons.ts'
import { wordsOf, type IntakeLine, type ReadingProblem, type ReportWords } from '../../shared/intake/reading/report.ts'
import type { Language } from '../../shared/values/values.ts'

/** Only at the end of a sentence, where no file's name can stand. */
const SAID_HERE: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  'zh-CN': [
    [/，(?:文件)?已?原样保存(?=[，。])/gu, ''],
    [/没有收入(?=。)/gu, '没有预审'],
    [/只收入一份(?=。)/gu, '只预审一份'],
    [/重新添加(?=。)/gu, '再运行一次'],
  ],
  en: [
    [/ It is kept as it is; its text/gu, ' Its text'],
    [/(?: The file is| It is|; the file is| The whole file is) kept(?: as it is)?(?=\.)/gu, ''],
    [/not taken in(?=\.)/gu, 'not reviewed'],
    [/taken in once(?=\.)/gu, 'reviewed once'],
    [/add it again(?=\.)/gu, 'run this again'],
  ],
}

export function terminalWords(line: IntakeLine | ReadingProblem, language: Language): ReportWords {
  if (line.code === 'unreadable') {
    const reason = reasonInWords(line.data.reason, language)
    return language === 'zh-CN'
      ? { what: `不能读取（${reason}），没有预审。`, next: '请更改它的权限，或者以有权读取它的用户再运行一次。' }
      : { what: `It cannot be read (${reason}) and was not reviewed.`, next: 'Change its permissions, or run this again as a user who may read it.' }
  }
  const { what, next } = wordsOf(line, language)
  const said = (words: string): string => SAID_HERE[language].reduce((text, [there, here]) => text.replaceAll(there, here), words)
  return next === undefined ? { what: said(what) } : { what: said(what), next: said(next) }
}
