/** The browser session of the window: no network, no permission, no trace on disk. */
import { session, type Session } from 'electron'
import { isRequestAllowed } from '../../shared/shell/app-origin.ts'

/** Without the prefix `persist:` everything stays in memory: no plain piece of a case file reaches the disk by way of a cache. */
export const PARTITION = 'fashen-window'

/** @param otherOrigin see `isAppUrl` */
export function guardedSession(otherOrigin: string | undefined): Session {
  const guarded = session.fromPartition(PARTITION)
  void guarded.setProxy({ mode: 'direct' })
  // The default holds the program's Chinese name, which is no valid header.
  guarded.setUserAgent('Fashen')
  guarded.setSpellCheckerEnabled(false)
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isRequestAllowed(url, otherOrigin) }))
  return guarded
}
