/** Heading 1: who acts, and against whom (主体). */
import type { CaseEdit } from '../case.ts'
import { creditCode } from '../people.ts'
import type { Story } from '../story.ts'
import { inWorld, isCitizen, isCompany, isTrader, printed, seizes, type Plant } from './plant.ts'

const SHORT_NAMES: Readonly<Record<string, string>> = {
  市场监督管理局: '市监局',
  生态环境局: '环境保护局',
  应急管理局: '安全生产监督管理局',
  交通运输局: '交通局',
  自然资源局: '国土资源局',
  卫生健康局: '卫健局',
  农业农村局: '农业局',
  住房和城乡建设局: '住建局',
}

const delegateOf = (story: Story): string => `${story.area}白沙镇综合行政执法队`

interface DelegationWords {
  readonly delegate?: string
  readonly matters?: string
  readonly term?: string | null
  readonly published?: string | null
  readonly more?: string
}

/** A written delegation (行政执法委托书) that is in order but for the words given. */
function delegation(edit: CaseEdit, story: Story, words: DelegationWords = {}): void {
  const until = `${Number(story.year) + 1}年12月31日`
  const term = words.term === undefined ? `委托期限：${Number(story.year) - 1}年1月1日至${until}。` : words.term
  const published = words.published === undefined ? '本委托书已在县人民政府网站公布。' : words.published
  edit.add('delegation', 'enforcement-delegation', '行政执法委托书', [
    ['title', '行政执法委托书'],
    ['delegator', `委托机关：${story.agency}。`],
    ['delegate', `受委托组织：${words.delegate ?? delegateOf(story)}。`],
    ['matters', `委托事项：以委托机关名义${words.matters ?? '对辖区内有关经营活动进行日常检查'}。${words.more ?? ''}`],
    ...(term === null ? [] : ([['term', term]] as const)),
    ...(published === null ? [] : ([['published', published]] as const)),
    ['issuer', `${story.agency}（印章）`],
    ['day', `${Number(story.year) - 1}年1月1日`],
  ])
}

/** A company of another name that has nothing to do with the case. */
const stranger = (story: Story): string => `${story.place.city}宏远兴隆贸易有限公司`

function another(edit: CaseEdit, story: Story, id: string): void {
  edit
    .swap(id, 'party', story.party.name, stranger(story))
    .swap(id, 'code', story.party.code, creditCode('91', '430121', edit.random))
  if (edit.paper(id).lines.some(({ slot }) => slot === 'head')) edit.swap(id, 'head', story.party.head, '伍思邈')
}

const entity = (story: Story): boolean => !isCitizen(story)

export const SUBJECT_PLANTS: readonly Plant[] = [
  {
    ruleId: '1.1-section-in-own-name',
    papers: (edit, story) => {
      const section = `${story.agency}${edit.random.pick(['法规股', '执法监督科', '综合业务股'])}`
      edit.set('decision', 'agency', section).set('decision', 'issuer', `${section}（印章）`)
    },
  },
  {
    ruleId: '1.2-agency-name-differs',
    papers: (edit, { area, world }) => {
      const name = `${area}${SHORT_NAMES[world.office] ?? ''}`
      edit.set('notice', 'agency', name).set('notice', 'issuer', `${name}（印章）`)
    },
  },
  {
    ruleId: '1.2-heading-and-seal-differ',
    papers: (edit, { area }) => void edit.set('decision', 'issuer', `${area}城市管理局（印章）`),
  },
  {
    ruleId: '1.6-no-handover-to-township',
    papers: (edit, story) => void edit.swapAll(story.agency, `${story.area}白沙镇人民政府`),
  },
  {
    ruleId: '1.6-item-not-handed-over',
    papers: (edit) => void edit.insert('explanation', 'filed', '经核对，该处罚事项未列入省人民政府公布的赋权清单。'),
  },
  {
    ruleId: '1.7-power-concentrated-elsewhere',
    papers: (edit, story) =>
      void edit.insert(
        'explanation',
        'filed',
        `自${Number(story.year) - 1}年1月1日起，该领域的行政处罚权已划转至${story.area}综合行政执法局行使。`,
      ),
  },
  {
    ruleId: '1.3-delegation-expired',
    papers: (edit, story) => {
      const year = Number(story.year) - 1
      delegation(edit, story, { term: `委托期限：${year}年1月1日至${year}年12月31日。` })
      edit.swap('inspection', 'officers', /(检查人员[：\t])/u, `$1${delegateOf(story)}`)
    },
  },
  {
    ruleId: '1.3-delegation-not-published',
    papers: (edit, story) => delegation(edit, story, { published: edit.random.pick([null, '本委托书未向社会公布。']) }),
  },
  { ruleId: '1.3-delegation-without-term', papers: (edit, story) => delegation(edit, story, { term: null }) },
  {
    ruleId: '1.3-delegate-unfit',
    papers: (edit, story) =>
      delegation(edit, story, {
        delegate: `${story.area}${edit.random.pick(['平安保安服务有限公司', '鸿运物业管理有限公司', '行业协会'])}`,
      }),
  },
  {
    ruleId: '1.3-delegation-missing',
    papers: (edit, story) =>
      void edit.insert(
        'inspection',
        'told',
        `我单位受${story.agency}委托，依法对${story.party.you}进行检查，请予配合。`,
      ),
  },
  {
    ruleId: '1.4-delegates-own-name',
    papers: (edit, story) => {
      delegation(edit, story)
      edit.set('decision', 'agency', delegateOf(story)).set('decision', 'issuer', `${delegateOf(story)}（印章）`)
    },
  },
  {
    ruleId: '1.4-redelegated',
    papers: (edit, story) => delegation(edit, story, { more: '必要时可以转委托村民委员会实施。' }),
  },
  {
    ruleId: '1.5-measure-delegated',
    papers: (edit, story) => delegation(edit, story, { matters: '进行检查，并对违法物品实施查封、扣押' }),
  },
  {
    ruleId: '1.5-measure-by-delegate',
    fits: seizes,
    papers: (edit, story) => {
      delegation(edit, story)
      edit.insert('measure-record', 'officers', `本次扣押由${delegateOf(story)}受${story.agency}委托实施。`)
    },
  },
  {
    ruleId: '1.8-party-not-investigated',
    fits: entity,
    papers: (edit, story) => {
      for (const id of [
        'clue',
        'inspection',
        'filing',
        'correction',
        'measure-approval',
        'measure',
        'measure-record',
        'sampling',
      ])
        if (edit.has(id)) {
          edit.swap(id, null, story.party.name, stranger(story))
          if (edit.paper(id).lines.some(({ slot }) => slot === 'code')) edit.cut(id, 'code', 'head')
        }
      edit.swap('inspection', 'present', story.party.head, '伍思邈')
    },
  },
  {
    ruleId: '1.8-party-not-the-licensee',
    fits: entity,
    papers: (edit, story) => {
      for (const [id, slots] of [
        ['identity', ['code', 'head', 'address']],
        ['registration', ['code']],
      ] as const)
        edit.swap(id, 'name', story.party.name, stranger(story)).cut(id, ...slots)
    },
  },
  { ruleId: '1.8-notified-another', fits: entity, papers: (edit, story) => another(edit, story, 'notice') },
  { ruleId: '1.8-operator-not-named', fits: isTrader, papers: (edit) => void edit.cut('decision', 'head') },
  {
    ruleId: '1.8-representative-punished',
    fits: isCompany,
    papers: (edit, { party }) => {
      edit
        .swap('decision', 'party', party.name, `${party.head}，男`)
        .swap('decision', 'code', /统一社会信用代码([：\t]).*$/u, `公民身份号码$1${party.headId}`)
        .cut('decision', 'head')
    },
  },
  {
    ruleId: '1.8-party-missing',
    papers: (edit, { party }) => {
      edit.cut('decision', 'party', 'code', 'address').cut(
        'decision',
        ...edit
          .paper('decision')
          .lines.filter(({ slot }) => slot === 'head')
          .map(({ slot }) => slot),
      )
      edit.swap('decision', null, new RegExp(party.you, 'gu'), '其')
    },
  },
  {
    ruleId: '1.10-party-ended',
    fits: entity,
    papers: (edit, { party }) =>
      void (edit.random.chance(0.5)
        ? edit.swap('registration', 'state', '存续（在营、开业）', '注销')
        : edit.insert('registration', 'state', `${party.name}已于本年1月6日办理注销登记。`)),
  },
  {
    ruleId: '1.10-party-without-standing',
    fits: isCompany,
    papers: (edit, { party }) => void edit.swapAll(party.name, `${party.name.replace('有限公司', '')}项目部`),
  },
  {
    ruleId: '1.10-branch-without-company',
    fits: isCompany,
    papers: (edit, { party }) => {
      edit.swapAll(party.name, `${party.name}城东分公司`).drop('identity', 'registration')
      for (const id of ['decision', 'notice']) edit.cut(id, 'code')
    },
  },
  {
    ruleId: '1.9-social-credit-code-wrong',
    fits: entity,
    papers: (edit, { party }) => {
      const last = party.code.at(-1) ?? ''
      edit.swap(
        'decision',
        'code',
        party.code,
        edit.random.chance(0.5)
          ? `${party.code.slice(0, 17)}${last === '3' ? '4' : '3'}`
          : `${party.code.slice(0, 8)}${party.code.charAt(8) === 'M' ? 'N' : 'M'}${party.code.slice(9)}`,
      )
    },
  },
  {
    ruleId: '1.9-resident-id-wrong',
    fits: isCitizen,
    papers: (edit, { party }) =>
      void edit.swap(
        'decision',
        'code',
        party.code,
        `${party.code.slice(0, 17)}${party.code.endsWith('1') ? '2' : '1'}`,
      ),
  },
  {
    ruleId: '1.9-codes-differ',
    fits: entity,
    papers: (edit, { party, world }) =>
      void edit.swap(
        'notice',
        'code',
        party.code,
        creditCode(world.party === 'company' ? '91' : '92', '430121', edit.random),
      ),
  },
  { ruleId: '1.9-code-missing', papers: (edit) => void edit.cut('decision', 'code') },
  {
    ruleId: '1.9-registered-code-wrong',
    fits: entity,
    papers: (edit, { party }) =>
      void edit.know({
        fields: {
          party: {
            kind: 'entity',
            name: party.name,
            codeKind: 'uscc',
            code: `${party.code.slice(0, 17)}${party.code.endsWith('3') ? '4' : '3'}`,
            address: party.address,
            legalRepresentative: party.head,
          },
        },
      }),
  },
  {
    ruleId: '1.11-third-party-not-heard',
    papers: (edit) =>
      void edit.insert(
        'report',
        'circumstances',
        edit.random.pick([
          '处理本案涉及利害关系人宏泰物业的通行权益。',
          '本案处理结果与第三人刘家村村民委员会有利害关系。',
        ]),
      ),
  },
  {
    ruleId: '1.11-occupant-not-heard',
    fits: inWorld('land'),
    papers: (edit) =>
      void edit
        .swap('correction', 'basis', '退还非法占用的土地', '退还非法占用的土地，限期拆除地上设施')
        .insert('inquiry', 'answer2', '问：地上的棚子现在谁在用？\n答：租给郭永福使用，他放些杂物。'),
  },
  {
    ruleId: '1.11-owner-not-heard',
    fits: (story) => seizes(story),
    papers: (edit, { offence }) =>
      void edit.insert(
        'inquiry',
        'answer2',
        `问：${offence.goods?.name ?? ''}是谁的？\n答：实际所有人是${edit.random.pick(['乔木生', '闻人杰'])}，我是向他借来用的。`,
      ),
  },
  {
    ruleId: '1.8-another-did-it',
    fits: isCitizen,
    papers: (edit, { witness }) =>
      void edit.insert(
        'inquiry',
        'since-answer',
        edit.random.pick([
          `问：平时是谁在经营？\n答：不是我经营的，我只是帮忙看一下，是朋友${witness}去年开的。`,
          `问：为什么由你来做？\n答：我只是打工的，这是${witness}自己开的。`,
        ]),
      ),
  },
  {
    ruleId: '1.8-joint-actor-left-out',
    fits: isCitizen,
    papers: (edit, { witness }) =>
      void edit.insert('inquiry', 'since-answer', `问：是你一个人做的吗？\n答：我和${witness}一起出资做的，一人一半。`),
  },
  {
    ruleId: '1.11-interested-paper-ignored',
    papers: (edit, story) =>
      void edit.add('neighbours', 'interested-party-paper', '利害关系人意见书', [
        ['title', '利害关系人意见书'],
        ['words', `我住在附近，${story.party.name}的做法影响了我家的生活，请在处理时考虑我的意见。`],
        ['signature', story.witness],
        ['day', printed(story, story.days.noticed)],
      ]),
  },
]
