/** Notices of the system (系统通知), asked for by the page. */
import { Notification, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { SHELL_CHANNELS, type SystemNotice } from '../../shared/shell/desktop-api.ts'

const noticeSchema: z.ZodType<SystemNotice> = z.strictObject({
  title: z.string().min(1).max(200),
  body: z.string().max(1000),
  path: z.string().regex(/^\/[\w/?=&%.,:-]*$/).max(500),
})

export function showNotice(window: BrowserWindow, asked: unknown): void {
  const notice = noticeSchema.safeParse(asked)
  if (!notice.success || !Notification.isSupported()) return
  const { title, body, path } = notice.data
  const shown = new Notification({ title, body })
  shown.on('click', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    window.webContents.send(SHELL_CHANNELS.go, path)
  })
  shown.show()
}
