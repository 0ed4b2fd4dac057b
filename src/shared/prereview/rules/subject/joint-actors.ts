/** 1.8: several did the act together, and one of them answers for it alone. */
import { findAll } from '../../wording.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { addressedParties } from '../case-parties.ts'

const TOGETHER =
  /(?:是|由)?(?:我|我们|本人)(?:和|与|跟|同)(?:我)?(?:的)?[\p{Script=Han}、]{2,14}?(?:一起|共同|合伙|合资|一同|各)(?:出钱|出资|投资|出了|经营|合伙|建|盖|搭|做|干|开|挖|采|倒|养|包)|(?:一人|各)(?:一半|占[一二三四五0-9][^，。；]{0,4})(?=[，。；、])|(?:合伙人|合作人)(?:是|为|叫)[\p{Script=Han}]{2,3}/u
/** How the papers say that nobody else answers. */
const LOOKED_INTO = /合伙人|共同(?:违法|实施|当事人)|另案(?:处理|处罚|查处)|分别(?:处罚|作出)|并案|其他(?:出资人|共有人|参与人)/u

/** Whoever did the act answers for it (行政处罚法 art. 40): of two who did it together both are parties, or it is said why not. */
export const JOINT_ACTOR_LEFT_OUT: PrereviewRule = {
  id: '1.8-joint-actor-left-out',
  questionId: '1.8',
  name: said('共同实施人未列为当事人', 'Another who did the act is no party'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'F',
  check: (file) => {
    const citizens = addressedParties(file).filter(({ fact }) => fact.kind === 'citizen')
    const [party] = citizens
    if (party === undefined || new Set(citizens.map(({ fact }) => fact.name)).size !== 1) return []
    const weighed = file
      .of('decision', 'investigation-report', 'discussion-minutes', 'review-opinion', 'hearing-report', 'recheck-opinion')
      .some((document) => findAll(document, LOOKED_INTO).length > 0)
    if (weighed) return []
    return file.of('inquiry-record').flatMap((document): Suspicion[] => {
      const told = document.sure
        ? findAll(document, TOGETHER).find(
            ({ match }) => match.input.lastIndexOf('答：', match.index) > match.input.lastIndexOf('问：', match.index),
          )
        : undefined
      if (told === undefined) return []
      return [
        {
          message: said(
            `被询问人称“${told.match[0]}”，处理的当事人只有${party.fact.name}一人，没有查明其他实施人。`,
            `“${told.match[0]}”, says the record; only ${party.fact.name} is dealt with, and nobody looked into the other.`,
          ),
          suggestion: said(
            '查明共同实施人，列为当事人一并处理；不处理的，在调查报告中说明理由。',
            'Find out who else did it and make them parties, or say in the report why not.',
          ),
          places: [told, party],
          answer: 'cannotTell',
        },
      ]
    }).slice(0, 1)
  },
}
