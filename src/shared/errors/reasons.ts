/** Why the system or the core refused a file or a folder, in words: the codes in `reason` are never shown to a person. */
import type { Bilingual, Language } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const DENIED = both('没有权限', 'permission is denied')
const READ_ONLY = both('磁盘或者文件夹是只读的', 'the disk or the folder is read-only')
const ABSENT = both('路径不存在', 'there is no such path')
const NOT_A_FOLDER = both('不是文件夹', 'it is not a folder')
const NOT_A_FILE = both('不是文件', 'it is not a file')
const BUSY = both('正被其他程序使用', 'another program is using it')
const FULL = both('磁盘已满', 'the disk is full')
const BROKEN = both('磁盘读写出错', 'the disk failed to read or write')
const INTERRUPTED = both('传输中断', 'the transfer broke off')

const REASONS: Readonly<Record<string, Bilingual>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: READ_ONLY,
  SQLITE_READONLY: READ_ONLY,
  SQLITE_NOTADB: both('不是这个工作站的数据库，或者不是一套文件', 'it is not the database of this station, or the files do not belong together'),
  SQLITE_CORRUPT: both('内容不完整或者被改动', 'its content is not whole or was changed'),
  SQLITE_IOERR: BROKEN,
  'station.sqlite: 0': both('文件是空的', 'the file is empty'),
  SQLITE_CANTOPEN: both('不能在其中建立文件', 'no file can be made in it'),
  ENOENT: ABSENT,
  ENOTDIR: NOT_A_FOLDER,
  'not-a-folder': NOT_A_FOLDER,
  EISDIR: NOT_A_FILE,
  ENOTSUP: NOT_A_FILE,
  'not-a-file': NOT_A_FILE,
  EBUSY: BUSY,
  ETXTBSY: BUSY,
  EAGAIN: BUSY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: BROKEN,
  ENXIO: BROKEN,
  ENODEV: BROKEN,
  EMFILE: both('打开的文件过多', 'too many files are open'),
  ENFILE: both('打开的文件过多', 'too many files are open'),
  ENAMETOOLONG: both('路径或者文件名过长', 'the path or the name is too long'),
  ELOOP: both('链接指向自身', 'its link points to itself'),
  ECONNRESET: INTERRUPTED,
  ERR_STREAM_PREMATURE_CLOSE: INTERRUPTED,
  ABORT_ERR: INTERRUPTED,
  interrupted: INTERRUPTED,
  'not-absolute': both('应为从根开始的完整路径', 'the path must be a full one, from the root'),
  'inside-station': both('位于工作站的数据文件夹内', 'it lies inside the station’s own folder'),
  'not-pkcs12': both('不是证书文件（PKCS#12），或者已经损坏', 'it is no certificate file (PKCS#12), or it is damaged'),
  'unknown-encryption': both('文件的加密方式不受支持', 'it is encrypted in a way that is not supported'),
  'not-a-picture': both('不是可用的 PNG 图片，或者已经损坏', 'it is no usable PNG picture, or it is damaged'),
  'synchronised folder': both('同步文件夹', 'synchronised folder'),
  unknown: both('原因不明', 'for an unknown reason'),
}

/** Codes as systems and SQLite write them; SQLite has finer ones after the second underscore. */
const CODE = /^(?:[A-Z][A-Z0-9]*_)*[A-Z][A-Z0-9]{2,}$/
const SQLITE_KIND = /^SQLITE_[A-Z]+/
/** A file that ends too early: what it has, and what it should have, in bytes. */
const SHORT = /^(?:station\.sqlite )?(\d+) < (\d+)$/

/** A reason in words; what is no code stays as it is. An unlisted code is told as the system's own, for whoever looks after the computer. */
export function reasonInWords(reason: string, language: Language): string {
  const known = REASONS[reason] ?? REASONS[SQLITE_KIND.exec(reason)?.[0] ?? '']
  if (known !== undefined) return known[language]
  const [, has, should] = SHORT.exec(reason) ?? []
  if (has !== undefined) return language === 'zh-CN' ? `文件不完整：有 ${has} 字节，应有 ${should} 字节` : `it is cut short: ${has} bytes of ${should}`
  if (!CODE.test(reason)) return reason
  return language === 'zh-CN' ? `系统拒绝（${reason}）` : `the system refused (${reason})`
}
