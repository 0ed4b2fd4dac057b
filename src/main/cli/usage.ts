/** What the commands take, in words, and what is said of a command line that asks wrongly. */
import type { Bilingual } from '../../shared/values/values.ts'

export const COMMANDS = ['verify', 'prereview', 'backup', 'version'] as const
export type Command = (typeof COMMANDS)[number]

export const USAGE: Readonly<Record<Command, Bilingual>> = {
  verify: {
    'zh-CN': `fashen verify 文件.pdf [--station 文件夹] [--lang zh-CN|en]
  核验一份法制审核意见书。同一文件夹中有 verify.json 时一并核对；给出工作站文件夹时与其记录核对（需要启用口令，
  可用环境变量 FASHEN_PASSPHRASE 提供）。
  退出码：0 没有不符之处，1 有不符，2 用法错误。`,
    en: `fashen verify FILE.pdf [--station FOLDER] [--lang zh-CN|en]
  Verifies a legal review opinion. A verify.json in the same folder is checked too; with a station's folder its
  record is compared (asks for the passphrase, or takes it from FASHEN_PASSPHRASE).
  exit codes: 0 nothing amiss, 1 something does not match, 2 usage.`,
  },
  prereview: {
    'zh-CN': `fashen prereview 文件夹或ZIP [--json] [--lang zh-CN|en] [--sector 行业] [--region 区划代码] [--today YYYY-MM-DD]
  阅读一个案卷文件夹（含扫描件），列出文书及其种类、要素、时间线和预审疑点。--json 只在标准输出写一个 JSON 对象；
  进度和提示写到标准错误。
  退出码：0 已预审（个别文件不能读取的，在报告中列明）；1 没有可以预审的内容：文件夹不存在、没有权限、不是文件夹或者
  ZIP、是空的，或者没有一份文件读出文字；2 用法错误。`,
    en: `fashen prereview FOLDER|ZIP [--json] [--lang zh-CN|en] [--sector ID] [--region CODE] [--today YYYY-MM-DD]
  Reads a case folder (scans included) and tells its documents and their kinds, facts, timeline and suspicions. --json
  writes one JSON object to standard output and nothing else; progress and remarks go to standard error.
  exit codes: 0 reviewed (single files that cannot be read are named in the report); 1 nothing to review: the folder is
  absent, may not be read, is neither folder nor ZIP, is empty, or no file in it gave any words; 2 usage.`,
  },
  backup: {
    'zh-CN': `fashen backup 工作站文件夹 目标文件夹 [--lang zh-CN|en]
  把工作站备份到目标文件夹下新建的文件夹中并核对（需要启用口令，可用环境变量 FASHEN_PASSPHRASE 提供；窗口须先关闭）。
  退出码：0 已备份，1 没有备份，2 用法错误。`,
    en: `fashen backup STATION TARGET [--lang zh-CN|en]
  Backs the station up into a new folder in TARGET and checks it (asks for the passphrase, or takes it from
  FASHEN_PASSPHRASE; close its window first).
  exit codes: 0 backed up, 1 not backed up, 2 usage.`,
  },
  version: { 'zh-CN': 'fashen version', en: 'fashen version' },
}

/** A command line that asks wrongly: what is wrong with it, and what it was about. */
export class UsageError extends Error {
  /** Null where no command was named. */
  readonly command: Command | null
  readonly words: Bilingual

  constructor(command: Command | null, words: Bilingual) {
    super(words.en)
    this.name = 'UsageError'
    this.command = command
    this.words = words
  }
}
