/** Words of the export. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    button: '导出案卷',
    title: '导出案卷',
    explain: '把本案的意见书、审核清单、送审材料清单（含校验值）和核验数据写入一个文件夹。不需要任何程序即可阅读，也可直接归档。',
    folder: '导出到',
    folderHint: '会在其中新建一个以案件命名的文件夹，不覆盖已有的文件。',
    choose: '选择…',
    start: '导出',
    running: '正在写入文件，请稍候…',
    done: '已导出 {{count}} 个文件',
    file: '文件',
    size: '大小',
  },
  {
    button: 'Export case file',
    title: 'Export the case file',
    explain: 'Writes opinion, checklist, list of materials with their hashes, and the data for verification into one folder that needs no program to be read.',
    folder: 'Export into',
    folderHint: 'A new folder named after the case is made in it; nothing is overwritten.',
    choose: 'Choose…',
    start: 'Export',
    running: 'Writing the files…',
    done: '{{count}} files written',
    file: 'File',
    size: 'Size',
  },
)
