/** 4.13: the limitation of penalties (追诉时效): from the end of the act to the day on which it came to light. */
import type { CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText } from '../../wording.ts'
import { actEnd, chineseDay, discoveredOn, factsSection, yearsAfter } from './case-sections.ts'

const CONTINUING = /持续|连续|继续|至今|仍在|截至|一直|检查时(?:仍|正在|当事人)|现场(?:检查)?发现/u
/** Harm to life, health or financial security: five years, where there are consequences. */
const GRAVE = /生命|健康|食品|药品|医疗|金融|安全事故|中毒|疫苗/u
const REVERSE = /不起诉决定书|检察意见书|反向移送|人民检察院[^。]{0,20}(?:移送|建议)/u

interface Years {
  readonly usual: number
  readonly grave: number
}

/** The two periods, as the catalogue has them; null where it has none. */
export function limitationYears(file: CaseFile): Years | null {
  const rows = file.catalogue.periods.filter(({ subject, unit }) => subject === 'limitation' && unit === 'year')
  const lengths = rows
    .map(({ length }) => length)
    .filter((length) => length !== null)
    .toSorted((one, other) => one - other)
  const [usual] = lengths
  return usual === undefined ? null : { usual, grave: lengths.at(-1) ?? usual }
}

export function isReverseCase(file: CaseFile): boolean {
  return file.documents.some((document) => document.kind !== 'legal-basis-extract' && REVERSE.test(denseText(document)))
}

/** What stands out of time, if the agency's own facts say so. */
export function outOfTime(file: CaseFile): readonly Suspicion[] {
  const years = limitationYears(file)
  const end = actEnd(file)
  const found = discoveredOn(file)
  if (years === null || end === null || found === null || found <= yearsAfter(end.day, years.usual)) return []
  const facts = factsSection(end.document)?.text ?? ''
  if (CONTINUING.test(facts)) return []
  const mayBeGrave = GRAVE.test(denseText(end.document)) && found <= yearsAfter(end.day, years.grave)
  return [
    {
      message: said(
        `违法行为终了于${chineseDay(end.day)}，${chineseDay(found)}才被发现，已超过${years.usual}年${mayBeGrave ? `；是否属于涉及公民生命健康安全、金融安全且有危害后果（${years.grave}年）需要说明` : ''}。`,
        `The act ended on ${end.day} and came to light on ${found}, more than ${years.usual} years later${mayBeGrave ? `; whether the ${years.grave} years for harm to life, health or financial security apply must be shown` : ''}.`,
      ),
      suggestion: said(
        '核实违法行为终了之日和发现之日（含举报、其他机关立案）；确已超过时效的，不再给予行政处罚。',
        'Establish both days (a complaint or another agency’s filing counts); if out of time, no penalty may be given.',
      ),
      places: [
        titlePlace(end.document),
        ...file
          .of('clue-form', 'filing-form', 'inspection-record')
          .filter(({ day }) => day === found)
          .slice(0, 1)
          .map(titlePlace),
      ],
      answer: mayBeGrave ? 'cannotTell' : 'no',
    },
  ]
}

export const OUT_OF_TIME: PrereviewRule = {
  id: '4.13-out-of-time',
  questionId: '4.13',
  name: said('超过处罚时效', 'Beyond the limitation'),
  basis: [{ law: '行政处罚法', article: 36 }],
  severity: 'F',
  check: (file) => (isReverseCase(file) ? [] : outOfTime(file)),
}
