/**
 * Passwords of evidence (文件打开密码) that a person typed while signed in: in this window's memory only, never stored, never
 * sent to the core, gone at signing out. One that opened a file is tried on the next, as the files of a case mostly share it.
 */
import { forgetWithPerson } from '../../session/forgetting.ts'

const MOST = 20
let typed: readonly string[] = []

export const documentPasswords = {
  /** The newest first. */
  all: (): readonly string[] => typed,
  keep(password: string): void {
    typed = [password, ...typed.filter((one) => one !== password)].slice(0, MOST)
  },
  forget(): void {
    typed = []
  },
}

forgetWithPerson(documentPasswords.forget)
