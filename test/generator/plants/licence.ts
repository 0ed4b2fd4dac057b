/** Defects of a licence file (许可案卷). */
import { NotPlantable, type CaseEdit } from '../case.ts'
import type { LicenceCourse } from '../licence-course.ts'
import type { Story } from '../story.ts'
import type { Later } from '../days.ts'
import type { Plant } from './plant.ts'

const files = ['licence'] as const
const granted = ({ licence }: Story): boolean => licence?.granted === true
const refused = ({ licence }: Story): boolean => licence?.granted === false
const touches = ({ licence }: Story): boolean => licence !== null && licence.matter.neighbours !== null
const untouched = (story: Story): boolean => !touches(story)
const noHearing = ({ licence }: Story): boolean => licence?.matter.hearing === false

const withLicence =
  (change: (course: LicenceCourse, later: Later) => Partial<LicenceCourse>): Required<Pick<Plant, 'story'>>['story'] =>
  (story, later) => {
    if (story.licence === null) throw new NotPlantable('no licence is asked for')
    return { ...story, licence: { ...story.licence, ...change(story.licence, later) } }
  }

/** So many working days later from the day on which the decision is proposed. */
function laterBy({ days }: LicenceCourse, later: Later, by: number): LicenceCourse['days'] {
  const put = (day: LicenceCourse['days']['decided']) => later(day, by)
  return {
    ...days,
    proposed: put(days.proposed),
    reviewed: put(days.reviewed),
    discussed: put(days.discussed),
    decided: put(days.decided),
    served: put(days.served),
    published: put(days.published),
  }
}

const NEIGHBOURS = ['neighbours-told', 'neighbours-receipt', 'neighbours'] as const
const HEARING = ['hearing-notice', 'hearing-receipt', 'hearing', 'hearing-report'] as const

/** Nobody told or heard those whom the licence touches. */
function forget(edit: CaseEdit): void {
  edit.dropIfThere(...NEIGHBOURS, ...HEARING)
}

const OBJECTED = [
  '北侧相邻居民反映建成后采光受影响，提出异议。',
  '楼上住户对夜间营业提出异议，表示反对。',
  '周边住户到场表示不同意，认为影响通行。',
] as const

export const LICENCE_PLANTS: readonly Plant[] = [
  {
    ruleId: '1.11-neighbours-not-heard',
    files,
    papers: (edit) => {
      forget(edit)
      edit.insert('inspection', 'told', `核查时，${edit.random.pick(OBJECTED)}`)
    },
  },
  {
    ruleId: '3.16-licence-late',
    files,
    fits: noHearing,
    story: withLicence((course, later) => ({ days: laterBy(course, later, 21) })),
  },
  {
    ruleId: '3.16-correction-late',
    files,
    story: withLicence((course, later) => {
      const { days } = course
      const moved = {
        ...days,
        applied: days.applied,
        supplementTold: later(days.applied, 7),
        supplemented: later(days.applied, 8),
        accepted: later(days.applied, 9),
        checked: later(days.checked, 8),
        neighboursTold: later(days.neighboursTold, 8),
        neighboursAnswered: later(days.neighboursAnswered, 8),
        hearingNoticed: later(days.hearingNoticed, 8),
        heard: later(days.heard, 8),
        hearingReported: later(days.hearingReported, 8),
      }
      return { supplement: true, days: laterBy({ ...course, days: moved }, later, 8) }
    }),
  },
  {
    ruleId: '3.17-hearing-ignored',
    files,
    fits: touches,
    papers: (edit, story) => {
      edit.dropIfThere(...HEARING)
      edit.set('neighbours', 'words', `${story.licence?.matter.neighbours ?? ''}没有解决，住户要求举行听证。`)
      edit.cut('neighbours', 'waiver')
    },
  },
  {
    ruleId: '3.17-interested-not-told',
    files,
    papers: (edit) => {
      forget(edit)
      edit.insert('inspection', 'told', `核查时，${edit.random.pick(['楼上住户表示反对。', '周边居民对许可事项有异议。'])}`)
    },
  },
  {
    ruleId: '3.17-interested-not-told',
    about: 'in a case that touched nobody before',
    files,
    fits: untouched,
    papers: (edit) =>
      void edit.insert('explanation', 'words', '该许可事项直接涉及相邻商户的利益，承办人认为不影响决定。'),
  },
  {
    ruleId: '4.14-granted-with-missing-material',
    files,
    fits: (story) => granted(story) && story.licence?.supplement === false,
    papers: (edit) =>
      void edit.insert(
        'inspection',
        'told',
        edit.random.pick(['经查，申请人缺少应急预案文件。', '申请人未提供消防安全检查合格证明。', '未附场所平面图。']),
      ),
  },
  {
    ruleId: '4.14-condition-unchecked',
    files,
    papers: (edit, story) => {
      const checks = story.licence?.matter.checks ?? []
      const place = edit.random.int(1, checks.length - 2)
      edit.set('inspection', `check${place}`, `${checks[place] ?? ''}\t现场查看\t${edit.random.pick(['—', '未核查'])}`)
    },
  },
  {
    ruleId: '5.1-licence-on-a-circular',
    files,
    papers: (edit, { party, area, licence }) => {
      edit.swap('decision', 'decision', /根据《中华人民共和国行政许可法》[^，]*、[^，]*的规定/u, `根据《${licence?.matter.circular ?? ''}》`)
      edit.set('decision', 'reason', `经审查，${party.you}的申请按照${area}的要求办理。`)
    },
  },
  {
    ruleId: '5.14-refusal-without-ground',
    about: 'a circular',
    files,
    fits: refused,
    papers: (edit, { licence }) => {
      edit.swap('decision', 'reason', licence?.matter.conditions ?? '', `《${licence?.matter.circular ?? ''}》`)
      edit.swap('decision', 'decision', `、${licence?.matter.granted ?? ''}`, '')
    },
  },
  {
    ruleId: '5.14-refusal-without-ground',
    about: 'no reason',
    files,
    fits: refused,
    papers: (edit, { party, licence }) => {
      edit.set('decision', 'reason', `经研究，${party.you}的申请暂不宜批准。`)
      edit.swap('decision', 'decision', `、${licence?.matter.granted ?? ''}`, '')
    },
  },
  {
    ruleId: '5.14-extra-condition',
    files,
    papers: (edit) =>
      void edit.insert(
        'explanation',
        'words',
        edit.random.pick(['另要求申请人加入本地行业协会。', '申请人须先缴纳安全保证金三千元。', '设备应当购买指定厂家的产品。']),
      ),
  },
]
