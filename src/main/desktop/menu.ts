/**
 * The menus of the system: what a page cannot offer itself, and the way to the main screens for whoever looks for it
 * there.
 */
import { BrowserWindow, Menu, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'
import { SHELL_CHANNELS } from '../../shared/shell/desktop-api.ts'
import type { Language } from '../../shared/values/values.ts'

const LABELS = {
  'zh-CN': {
    file: '文件', newWindow: '新建窗口', register: '登记案件', print: '打印…', close: '关闭窗口', quit: '退出', edit: '编辑', undo: '撤销',
    redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选', view: '视图', zoomIn: '放大', zoomOut: '缩小',
    resetZoom: '实际大小', fullScreen: '全屏', reload: '重新载入', go: '前往', home: '首页', cases: '案件', laws: '法规库',
    verify: '核验', settings: '设置', help: '帮助', contents: '使用说明', about: '关于法审台',
  },
  en: {
    file: 'File', newWindow: 'New Window', register: 'Register a Case', print: 'Print…', close: 'Close Window', quit: 'Quit', edit: 'Edit',
    undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All', view: 'View', zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out', resetZoom: 'Actual Size', fullScreen: 'Full Screen', reload: 'Reload', go: 'Go', home: 'Home', cases: 'Cases',
    laws: 'Law Library', verify: 'Verify', settings: 'Settings', help: 'Help', contents: 'Help Contents', about: 'About Fashen',
  },
} as const satisfies Record<Language, Record<string, string>>
type Labels = (typeof LABELS)[Language]

/** Tells the window in front to show a screen; a window in which nobody is signed in shows it after the sign-in. */
function goes(path: string): Pick<MenuItemConstructorOptions, 'click'> {
  return {
    click: (_item, window) => {
      const target = window instanceof BrowserWindow ? window : BrowserWindow.getFocusedWindow()
      target?.webContents.send(SHELL_CHANNELS.go, path)
    },
  }
}

function fileMenu(label: Labels, newWindow: () => void): MenuItemConstructorOptions[] {
  return [
    { label: label.register, ...goes('/cases/new') },
    { label: label.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
    { type: 'separator' },
    {
      label: label.print,
      accelerator: 'CmdOrCtrl+P',
      click: (_item, window) => {
        if (window instanceof BrowserWindow) window.webContents.print({}, () => undefined)
      },
    },
    { type: 'separator' },
    { label: label.close, role: 'close', accelerator: 'CmdOrCtrl+Shift+W' },
    { label: label.quit, role: 'quit' },
  ]
}

function editMenu(label: Labels): MenuItemConstructorOptions[] {
  return [
    { label: label.undo, role: 'undo' },
    { label: label.redo, role: 'redo' },
    { type: 'separator' },
    { label: label.cut, role: 'cut' },
    { label: label.copy, role: 'copy' },
    { label: label.paste, role: 'paste' },
    { label: label.selectAll, role: 'selectAll' },
  ]
}

function viewMenu(label: Labels, developing: boolean): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { label: label.zoomIn, role: 'zoomIn' },
    { label: label.zoomOut, role: 'zoomOut' },
    { label: label.resetZoom, role: 'resetZoom' },
    { label: label.fullScreen, role: 'togglefullscreen' },
  ]
  if (developing) view.push({ type: 'separator' }, { label: label.reload, role: 'reload' }, { role: 'toggleDevTools' })
  return view
}

export function setMenu(language: Language, developing: boolean, newWindow: () => void): void {
  const label = LABELS[language]
  const go: MenuItemConstructorOptions[] = [
    { label: label.home, ...goes('/') },
    { label: label.cases, ...goes('/cases') },
    { label: label.laws, ...goes('/laws') },
    { label: label.verify, ...goes('/verify') },
    { label: label.settings, ...goes('/settings') },
  ]
  const help: MenuItemConstructorOptions[] = [
    { label: label.contents, accelerator: 'F1', ...goes('/help') },
    { label: label.about, ...goes('/about') },
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: label.file, submenu: fileMenu(label, newWindow) },
      { label: label.edit, submenu: editMenu(label) },
      { label: label.view, submenu: viewMenu(label, developing) },
      { label: label.go, submenu: go },
      { label: label.help, role: 'help', submenu: help },
    ]),
  )
}

/** The menu of the right mouse button over text; none where there is nothing to copy or to type. */
export function textMenu(language: Language, { isEditable, selectionText, editFlags }: ContextMenuParams): Menu | undefined {
  const label = LABELS[language]
  const copy: MenuItemConstructorOptions = { label: label.copy, role: 'copy', enabled: editFlags.canCopy }
  if (!isEditable) return selectionText.trim() === '' ? undefined : Menu.buildFromTemplate([copy])
  return Menu.buildFromTemplate([
    { label: label.cut, role: 'cut', enabled: editFlags.canCut },
    copy,
    { label: label.paste, role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { label: label.selectAll, role: 'selectAll' },
  ])
}
