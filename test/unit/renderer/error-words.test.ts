import { describe, expect, test } from 'vitest'
import { ERROR_DATA, FashenError, type ErrorCode } from '../../../src/shared/errors/errors.ts'
import { LANGUAGES } from '../../../src/shared/values/languages.ts'
import { errorInWords, fieldInWords, problemInWords } from '../../../src/renderer/ui/error-words.ts'

describe('an error that a person meets', () => {
  test('names roles, states and actions as the screens do', () => {
    const refused = new FashenError('not-allowed', { method: 'opinion.approve', needs: ['head', 'agencyHead'] })
    expect(errorInWords(refused, 'zh-CN').next).toContain('审核机构负责人、行政机关负责人')
    const late = new FashenError('transition-refused', { action: 'accept', state: 'issued' })
    expect(errorInWords(late, 'zh-CN').what).toContain('已出具意见')
    expect(errorInWords(late, 'en').what).toContain('Opinion issued')
  })

  test('names how somebody must stand to the case, and why each one cannot review it', () => {
    for (const action of ['accept', 'recuse', 'takeBackRecusal', 'clearNamesake', 'return/assessed', 'return/answered']) {
      const apart = new FashenError('not-your-part', { action, needs: ['notHandler', 'notRecused', 'handlerOfCase', 'assignedReviewer', 'notReviewer', 'onTransferTeam'] })
      expect(errorInWords(apart, 'zh-CN').what).not.toMatch(/[a-z]/i)
    }
    expect(errorInWords(new FashenError('reviewer-not-eligible', { reason: 'handlersName+recused' }), 'zh-CN').what).toContain('同名，尚未核实、已回避')
    // the same name as of a relation that an act needs
    expect(errorInWords(new FashenError('reviewer-not-eligible', { reason: 'notReviewer' }), 'zh-CN').what).toContain('不是法制审核人员')
    const nobody = new FashenError('no-eligible-reviewer', { excluded: ['顾盼:handlesCase', '贺知:recused+wroteDisputed'] })
    expect(errorInWords(nobody, 'zh-CN').what).not.toMatch(/[a-z]/i)
    expect(errorInWords(nobody, 'en').what).toContain('贺知 (recused, wrote the opinion')
  })

  test('names the field and what is wrong with it, not their codes', () => {
    const wrong = new FashenError('invalid-input', {
      method: 'cases.register',
      field: 'fields.effects.1.amount',
      problem: 'more-than-two-decimals',
    })
    const { what } = errorInWords(wrong, 'zh-CN')
    expect(what).toContain('第2项 · 金额')
    expect(what).toContain('最多两位小数')
    expect(what).not.toMatch(/[a-z]/)
    expect(fieldInWords('fields.filedOn', 'en')).toBe('Filed on')
    expect(problemInWords('Invalid input: expected string, received undefined', 'zh-CN')).toBe('格式或内容不符合要求')
  })

  test('says sizes and times as people do', () => {
    const large = new FashenError('file-too-large', { name: '录像.mp4', size: 2 * 1024 ** 3, limit: 1024 ** 3 })
    expect(errorInWords(large, 'zh-CN').next).toContain('1 GB')
    const locked = new FashenError('account-locked', { until: '2026-05-08T02:42:00.000Z' })
    expect(errorInWords(locked, 'en').what).not.toContain('T02:42')
    const held = new FashenError('station-locked-by-other', { folder: '站', holder: '科室电脑 · PID 42 · 2026-05-08T02:42:00.000Z' })
    expect(errorInWords(held, 'zh-CN').what).toContain('科室电脑 · PID 42 · 2026-05-08 10:42')
  })

  test('says why a folder or a file was refused in words, whatever the system calls it', () => {
    const reasons = ['ENOENT', 'EACCES', 'ENOTDIR', 'EBUSY', 'ENOSPC', 'SQLITE_READONLY_DIRECTORY', 'not-absolute', 'inside-station', 'not-a-folder', 'interrupted', 'unknown']
    for (const reason of reasons) {
      const { what } = errorInWords(new FashenError('export-folder-invalid', { folder: '卷', reason }), 'zh-CN')
      expect(what).not.toMatch(/[a-z]/i)
    }
    expect(errorInWords(new FashenError('export-folder-invalid', { folder: '卷', reason: 'inside-station' }), 'en').what).toContain('inside the station’s own folder')
    expect(errorInWords(new FashenError('pkcs12-unreadable', { reason: 'unknown-encryption' }), 'zh-CN').what).toContain('加密方式不受支持')
    for (const detail of ['SQLITE_NOTADB', 'SQLITE_CORRUPT_INDEX', 'station.sqlite: 0', '900 < 1000']) {
      expect(errorInWords(new FashenError('store-damaged', { detail }), 'zh-CN').what).not.toMatch(/[a-z]/i)
    }
    // one that nobody has listed is said to be the system’s, and what is no code stays
    expect(errorInWords(new FashenError('file-unreadable', { name: '卷.pdf', reason: 'EHOSTDOWN' }), 'zh-CN').what).toContain('系统拒绝（EHOSTDOWN）')
    expect(errorInWords(new FashenError('folder-cloud-synced', { folder: '卷', reason: 'OneDrive' }), 'zh-CN').what).toContain('OneDrive')
  })

  test('that is none of ours is told as an unexpected problem', () => {
    for (const strange of [new TypeError('x is undefined'), 'boom', 42, {}]) {
      expect(errorInWords(strange, 'zh-CN').what).toContain('意外问题')
    }
  })

  test.each(Object.keys(ERROR_DATA) as ErrorCode[])(
    '%s leaves no place unfilled and shows no code, in both languages',
    (code) => {
      const data = Object.fromEntries(
        Object.entries(ERROR_DATA[code]).map(([field, kind]) => [field, { names: ['甲'], count: 7, text: '甲' }[kind as string]]),
      )
      for (const language of LANGUAGES) {
        const { what, next } = errorInWords(new FashenError(code, data as never), language)
        expect(`${what}${next ?? ''}`).not.toMatch(/\{\{|\}\}|undefined/)
        expect(what).not.toContain(code)
      }
    },
  )
})
