/** Heading 2: who acts for the agency, tests, hears and reviews (人员). */
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { officer } from '../wording.ts'
import { hears, isCitizen, printed, seizes, tests, type Plant } from './plant.ts'

export const PERSONNEL_PLANTS: readonly Plant[] = [
  {
    ruleId: '2.1-one-officer',
    about: 'an inquiry',
    papers: (edit, { officers: [one, other] }) => {
      edit
        .swap('inquiry', 'writes', officer(other), officer(one))
        .swap('inquiry', 'told', `、${other.name}`, '')
        .swap('inquiry', 'signatures', other.name, one.name)
    },
  },
  {
    ruleId: '2.1-one-officer',
    about: 'an inspection',
    papers: (edit, { officers: [one, other] }) => {
      edit
        .swap('inspection', 'officers', `、${officer(other)}`, '')
        .swap('inspection', 'recorder', other.name, one.name)
        .swap('inspection', 'signatures', ` ${other.name}`, '')
      if (edit.line('inspection', 'told').includes(other.name)) edit.swap('inspection', 'told', `、${other.name}`, '')
    },
  },
  {
    ruleId: '2.1-one-signature',
    papers: (edit, { officers: [, other] }) => void edit.swap('inspection', 'signatures', ` ${other.name}`, ''),
  },
  {
    ruleId: '2.1-one-server',
    papers: (edit, { officers: [, other] }) => void edit.swap('notice-receipt', 'servers', ` ${other.name}`, ''),
  },
  {
    ruleId: '2.1-signed-for-colleague',
    papers: (edit, { officers: [one, other] }) =>
      void edit.swap(
        'inquiry',
        'signatures',
        `记录人（签名）：${other.name}`,
        `记录人（签名）：${other.name}（${one.name}代签）`,
      ),
  },
  {
    ruleId: '2.1-at-two-places',
    fits: (story) => !isCitizen(story),
    papers: (edit) => {
      const time = edit.line('inquiry', 'time').replace(/^询问时间[：\t]/u, '')
      edit
        .swap('second-inquiry', 'time', /(询问时间[：\t]).*$/u, `$1${time}`)
        .swap('second-inquiry', 'place', /([：\t]).*$/u, '$1当事人办公室')
    },
  },
  {
    ruleId: '2.2-certificate-expired',
    about: 'by the papers',
    papers: (edit, story) => {
      const year = Number(story.year)
      edit.swap(
        'certificates',
        'other',
        `${year + 2}年12月31日`,
        edit.random.pick([`${year - 1}年12月31日`, printed(story, story.days.clue)]),
      )
    },
  },
  {
    ruleId: '2.2-certificate-expired',
    about: 'by the register',
    papers: (edit, { officers: [one], year }) =>
      void edit.drop('certificates').know({
        officers: [
          {
            name: one.name,
            certificateNumber: one.certificate,
            validFrom: null,
            validTo: `${Number(year) - 1}-12-31` as IsoDate,
          },
        ],
      }),
  },
  {
    ruleId: '2.2-work-card-only',
    papers: (edit, { officers }) => {
      for (const one of officers) edit.swapAll(officer(one), `${one.name}（工作证号GZ-${one.certificate.slice(-3)}）`)
      edit.drop('certificates')
    },
  },
  {
    ruleId: '2.2-no-certificate',
    papers: (edit, { officers: [, other] }) => {
      edit.swapAll(officer(other), '田大力')
      edit.swapAll(other.name, '田大力').drop('certificates')
    },
  },
  {
    ruleId: '2.2-unknown-to-register',
    papers: (edit, { officers: [one] }) =>
      void edit.know({
        officers: [{ name: one.name, certificateNumber: one.certificate, validFrom: null, validTo: null }],
      }),
  },
  { ruleId: '2.2-not-on-the-list', papers: (edit) => void edit.cut('certificates', 'other') },
  {
    ruleId: '2.4-number-differs',
    papers: (edit, { officers: [one] }) => {
      const wrong = `${one.certificate.slice(0, -2)}${one.certificate.slice(-2) === '07' ? '70' : '07'}`
      edit.swap('inquiry', 'asks', one.certificate, wrong)
    },
  },
  {
    ruleId: '2.4-number-shared',
    papers: (edit, { officers: [one, other] }) =>
      void edit.swap('inspection', 'officers', other.certificate, one.certificate),
  },
  {
    ruleId: '2.4-numbers-unpaired',
    papers: (edit, { officers: [, other] }) =>
      void edit.swap('inspection', 'officers', `（执法证号：${other.certificate}）`, ''),
  },
  {
    ruleId: '2.3-certificates-not-shown',
    papers: (edit) =>
      void edit
        .set('inquiry', 'told', '问：现在依法向你询问，你有申请回避的权利，是否申请？')
        .set('inquiry', 'answer', '答：清楚，不申请回避。'),
  },
  {
    ruleId: '2.3-not-shown-at-measure',
    fits: seizes,
    papers: (edit) => void edit.swap('measure-record', 'told', '，出示执法证件', ''),
  },
  {
    ruleId: '2.5-assistant-acts',
    papers: (edit, { officers: [, other] }) =>
      void (edit.random.chance(0.5)
        ? edit.swap('inspection', 'officers', officer(other), `${officer(other)}、田大力（执法辅助人员）`)
        : edit.insert('inspection', 'facts', '辅警田大力对店内人员进行询问并制作笔录。')),
  },
  {
    ruleId: '2.6-recusal-not-told',
    papers: (edit, { officers: [one, other] }) =>
      void edit
        .set('inquiry', 'told', `问：我们是执法人员${one.name}、${other.name}，这是我们的执法证件，请你过目。`)
        .set('inquiry', 'answer', '答：看过了。'),
  },
  {
    ruleId: '2.6-recusal-not-told-at-hearing',
    fits: hears,
    papers: (edit) => {
      edit
        .set('hearing', 'told', '主持人：宣布听证纪律，告知听证的权利和义务。')
        .set('hearing', 'answer', '当事人：听清了。')
        .swap('hearing-notice', 'rights', '，有权申请主持人回避', '')
    },
  },
  {
    ruleId: '2.6-recusal-not-decided-by-head',
    papers: (edit, { officers: [one] }) =>
      void edit.set(
        'inquiry',
        'answer',
        edit.random.pick([
          `答：看过了，我申请${one.name}回避，他和举报人是亲戚。`,
          `答：看过了，要求${one.name}回避。`,
        ]),
      ),
  },
  {
    ruleId: '2.7-investigator-chairs',
    fits: hears,
    papers: (edit, { chair, officers: [one] }) => {
      for (const id of ['hearing', 'hearing-report', 'hearing-notice']) edit.swap(id, null, chair, one.name)
    },
  },
  {
    ruleId: '2.8-reviewer-unqualified',
    about: 'in the opinion',
    papers: (edit) =>
      void edit.swap(
        'review',
        'reviewer',
        /（法律职业资格证书编号：[^）]*）/u,
        edit.random.pick(['（尚未取得法律职业资格）', '（法律职业资格证书编号：无）']),
      ),
  },
  {
    ruleId: '2.8-reviewer-unqualified',
    about: 'in the register',
    papers: (edit, { reviewer }) => void edit.know({ reviewer: { name: reviewer, qualified: false } }),
  },
  {
    ruleId: '2.9-reviewer-handled',
    papers: (edit, { reviewer, officers: [one] }) => void edit.swap('review', 'reviewer', reviewer, one.name),
  },
  {
    ruleId: '2.9-reviewed-by-handling-unit',
    papers: (edit, { unit }) => void edit.swap('review', 'office', '法规股', unit),
  },
  {
    ruleId: '2.9-same-hand-on-form',
    papers: (edit, story) =>
      void edit.insert(
        'closing',
        'handlers',
        `法制审核意见：同意结案。${story.officers[1].name} ${printed(story, story.days.closed)}`,
      ),
  },
  {
    ruleId: '2.10-accreditation-lapsed',
    fits: tests,
    papers: (edit, { year }) => {
      const lapsed = `${Number(year) - 1}年5月31日`
      edit
        .swap('test', 'accreditation', `${Number(year) + 3}年5月31日`, lapsed)
        .swap('accreditation', 'until', `${Number(year) + 3}年5月31日`, lapsed)
    },
  },
  {
    ruleId: '2.10-accreditation-not-shown',
    fits: tests,
    papers: (edit) =>
      void edit.cut('test', 'accreditation').swap('test', 'issuer', '检验检测专用章', '公章').drop('accreditation'),
  },
  {
    ruleId: '2.10-outside-accreditation',
    fits: tests,
    papers: (edit) =>
      void edit.insert(
        'test',
        'result',
        edit.random.pick(['说明：该项目不在资质认定范围内，仅供参考。', '备注：本项目超出资质认定的范围。']),
      ),
  },
]
