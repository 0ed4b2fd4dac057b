/** Words of the page about the program. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    title: '关于法审台',
    what: '重大行政执法决定法制审核的离线工作站。全部数据加密保存在本机，不连接网络。',
    version: '程序版本',
    catalogue: '审核目录',
    folder: '数据文件夹',
    shell: '运行方式',
    desktop: '桌面窗口',
    loopback: '本机浏览器',
    copy: '复制',
    copied: '已复制。',
    licences: '使用的开源软件（{{count}} 项）',
    licencesHint: '法审台使用下列软件，各依其许可使用。点开可看许可全文。',
    filter: '按名称或许可筛选',
    noText: '该软件包未附许可全文；许可为 {{licence}}。',
    none: '没有符合的软件。',
  },
  {
    title: 'About Fashen',
    what: 'An offline workstation for the legal review of major administrative enforcement decisions. All data stays encrypted on this computer; nothing connects to a network.',
    version: 'Program version',
    catalogue: 'Catalogue',
    folder: 'Data folder',
    shell: 'Runs in',
    desktop: 'a desktop window',
    loopback: 'a browser on this computer',
    copy: 'Copy',
    copied: 'Copied.',
    licences: 'Open-source software in use ({{count}})',
    licencesHint: 'Fashen uses the following software under the licence of each. Open a line to read the licence.',
    filter: 'Filter by name or licence',
    noText: 'The package brings no text of its licence; it states {{licence}}.',
    none: 'No software matches.',
  },
)
