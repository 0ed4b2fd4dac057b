/** The few menu entries that a page cannot offer itself. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/values/values.ts'

const LABELS = {
  'zh-CN': {
    file: '文件', newWindow: '新建窗口', close: '关闭窗口', quit: '退出', edit: '编辑', undo: '撤销', redo: '重做', cut: '剪切',
    copy: '复制', paste: '粘贴', selectAll: '全选', view: '视图', zoomIn: '放大', zoomOut: '缩小', resetZoom: '实际大小',
    fullScreen: '全屏', reload: '重新载入',
  },
  en: {
    file: 'File', newWindow: 'New Window', close: 'Close Window', quit: 'Quit', edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut',
    copy: 'Copy', paste: 'Paste', selectAll: 'Select All', view: 'View', zoomIn: 'Zoom In', zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size', fullScreen: 'Full Screen', reload: 'Reload',
  },
} as const satisfies Record<Language, Record<string, string>>

export function setMenu(language: Language, developing: boolean, newWindow: () => void): void {
  const label = LABELS[language]
  const file: MenuItemConstructorOptions[] = [
    { label: label.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
    { label: label.close, role: 'close' },
    { type: 'separator' },
    { label: label.quit, role: 'quit' },
  ]
  const edit: MenuItemConstructorOptions[] = [
    { label: label.undo, role: 'undo' },
    { label: label.redo, role: 'redo' },
    { type: 'separator' },
    { label: label.cut, role: 'cut' },
    { label: label.copy, role: 'copy' },
    { label: label.paste, role: 'paste' },
    { label: label.selectAll, role: 'selectAll' },
  ]
  const view: MenuItemConstructorOptions[] = [
    { label: label.zoomIn, role: 'zoomIn' },
    { label: label.zoomOut, role: 'zoomOut' },
    { label: label.resetZoom, role: 'resetZoom' },
    { label: label.fullScreen, role: 'togglefullscreen' },
  ]
  if (developing) view.push({ type: 'separator' }, { label: label.reload, role: 'reload' }, { role: 'toggleDevTools' })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: label.file, submenu: file },
      { label: label.edit, submenu: edit },
      { label: label.view, submenu: view },
    ]),
  )
}
