/** 案件责任清单: the accountability page as an official document, so that its print, its Word file and the screen say the same. */
import { CHECK_LABELS } from '../../shared/accountability/acts.ts'
import type { AccountLine, Answerable, CaseAccountability, ChainVerdict, EntryRef, MachineSaid, RoundThen } from '../../shared/accountability/accountability-page.ts'
import type { PersonThen } from '../../shared/accountability/person-then.ts'
import { ROLE_LABELS, SEVERITY_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import { civilDayOf, civilTimeOf } from '../../shared/deadlines/civil-time.ts'
import { chineseDate } from '../../shared/documents/numbering.ts'
import { heading, keyValue, note, paragraph, table, type Block, type OfficialDocument } from '../../shared/documents/model.ts'
import { contactFacts, titleUnder } from '../../shared/station/letterhead.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { IsoInstant } from '../../shared/values/values.ts'

/** Digits of a hash that are printed: enough to find the entry, and to see that it is another one. */
const DIGITS = 12

const moment = (at: IsoInstant): string => `${civilDayOf(at)} ${civilTimeOf(at)}`
const entry = ({ seq, hash, holds }: EntryRef): string => `#${seq}\n${hash.slice(0, DIGITS)}${holds ? '' : '\n校验不符'}`
const post = ({ department, roles }: Pick<PersonThen, 'department' | 'roles'>): string => [department, roles.map((role) => ROLE_LABELS[role]['zh-CN']).join('、')].filter((part) => part !== '').join(' ')

/** Name and post as of the act, and today's beside them where they differ. */
export function personWords(who: PersonThen): string {
  const then = [who.name, post(who)].filter((part) => part !== '').join('\n')
  if (who.today === null) return then
  const { name, active } = who.today
  const now = [name === who.name ? '' : name, post(who.today) === post(who) ? '' : post(who.today), active ? '' : '已停用'].filter((part) => part !== '')
  return `${then}\n（现：${now.join('，')}）`
}

export function accountabilityPaper(page: CaseAccountability, chain: ChainVerdict, station: Station, at: IsoInstant): OfficialDocument {
  return {
    title: titleUnder('行政执法案件责任清单', station),
    number: null,
    addressee: null,
    blocks: [
      keyValue([
        ['案件名称', page.title],
        ['承办机构', page.unit],
        ['生成时间', moment(at)],
        ['审计链核验', chainWords(chain, page)],
      ]),
      note('姓名、部门、岗位均为行为时的记载；现在不同的，括注“现”。每一事项注明审计链的序号和校验值前十二位，可以在本站审计页逐条核对。'),
      heading(1, '一案四查：承办、审核、审批、监督'),
      checksTable(page),
      heading(1, '适用的审核目录和法律版本'),
      ...page.rounds.flatMap(roundBlocks),
      heading(1, '系统提示及其处理'),
      ...machineBlocks(page.machine),
      heading(1, '改变、未采纳和例外处理'),
      ...departures(page.lines),
      heading(1, '办理经过'),
      linesTable(page.lines),
      ...(page.destroyed.length === 0 ? [] : [heading(1, '档案销毁'), ...page.destroyed.map((one) => paragraph(`本案 ${one.files} 个文件已按销毁记录第${one.number}号销毁，登记内容、校验值和审计链保留。`))]),
    ],
    attachments: [],
    signOff: null,
    footer: [{ label: '审计链', value: `#${chain.head.seq} ${chain.head.hash}` }, ...contactFacts(station)],
    watermark: null,
  }
}

function chainWords({ broken, missingWitnesses, entries }: ChainVerdict, { lines }: CaseAccountability): string {
  if (broken !== null) return `不通过：第 ${broken.seq} 条与前后不符`
  if (missingWitnesses.length > 0) return `不通过：已出具的意见书${missingWitnesses.join('、')}印明的链头不在链中`
  const wrong = lines.filter((line) => !line.entry.holds || line.until?.holds === false).length
  return wrong > 0 ? `不通过：本案 ${wrong} 条记录与校验值不符` : `通过：全链 ${entries} 条完整，本案各条与校验值相符`
}

function checksTable({ checks }: CaseAccountability): Block {
  const rows = checks.flatMap(({ check, people }) =>
    people.length === 0 ? [[CHECK_LABELS[check]['zh-CN'], '（无记录）', '', '']] : people.map((one) => [CHECK_LABELS[check]['zh-CN'], personWords(one.who), roleWords(one), one.entry === null ? '—' : entry(one.entry)]),
  )
  return table(
    [
      { header: '环节', width: 1.4, align: 'center' },
      { header: '人员（行为时）', width: 3.6 },
      { header: '所为', width: 4.8 },
      { header: '审计链', width: 3.4 },
    ],
    rows,
  )
}

function roleWords({ as, certificateNumber, certificate }: Answerable): string {
  const acts = as.map((one) => one['zh-CN']).join('、')
  if (certificateNumber === '') return acts
  const standing = certificate === null ? '' : certificate.valid ? `，${certificate.validOn}在有效期内` : `，${certificate.validOn}不在有效期内`
  return `${acts}\n执法证 ${certificateNumber}${standing}`
}

function roundBlocks({ round, submittedOn, acceptedOn, catalogue, lawsOn, laws }: RoundThen): Block[] {
  const version = catalogue === null ? '尚未受理' : `${catalogue.manifest}（${catalogue.contentHash.slice(0, 16)}）${catalogue.overlays.join('、')}`
  return [
    paragraph(`第${round}轮：${chineseDate(submittedOn)}送审${acceptedOn === null ? '' : `，${chineseDate(acceptedOn)}受理`}；审核目录版本 ${version}。`),
    ...(laws.length === 0
      ? []
      : [
          table(
            [
              { header: '引用的法律', width: 6 },
              { header: '条款', width: 3 },
              { header: `${lawsOn}有效的版本`, width: 4 },
            ],
            laws.map(({ law, place, inForceFrom, verified }) => [law, place, inForceFrom === null ? '目录中没有版本' : `${inForceFrom}起施行${verified ? '' : '（未核实）'}`]),
          ),
        ]),
  ]
}

const OUTCOMES = { accepted: '采纳', changed: '修改后采纳', dismissed: '不采纳' } as const

function machineBlocks(machine: readonly MachineSaid[]): Block[] {
  if (machine.length === 0) return [paragraph('系统没有留下提示的记录。')]
  return [
    table(
      [
        { header: '题号', width: 1.2, align: 'center' },
        { header: '系统提示', width: 4.4 },
        { header: '处理及理由', width: 3 },
        { header: '处理人', width: 2.4 },
        { header: '审计链', width: 3.2 },
      ],
      machine.map((one) => [
        `${one.questionId}\n${SEVERITY_LABELS[one.severity]['zh-CN']}`,
        one.message['zh-CN'],
        one.outcome === null ? '提交意见书稿时未处理' : `${OUTCOMES[one.outcome]}${one.reason === '' ? '' : `：${one.reason}`}`,
        personWords(one.who),
        entry(one.entry),
      ]),
    ),
  ]
}

function departures(lines: readonly AccountLine[]): Block[] {
  const departing = lines.filter(({ departs }) => departs)
  return departing.length === 0 ? [paragraph('没有记录。')] : [linesTable(departing)]
}

function linesTable(lines: readonly AccountLine[]): Block {
  return table(
    [
      { header: '时间', width: 2.4 },
      { header: '事项', width: 4.8 },
      { header: '人员（行为时）', width: 2.8 },
      { header: '审计链', width: 3.2 },
    ],
    lines.map(({ entry: first, until, count, label, facts, who }) => [
      until === null ? moment(first.at) : `${moment(first.at)}\n至 ${moment(until.at)}`,
      [`${label['zh-CN']}${count === 1 ? '' : `（${count}次）`}`, ...facts.map((fact) => `${fact.label['zh-CN']}：${fact.value['zh-CN']}`)].join('\n'),
      personWords(who),
      until === null ? entry(first) : `${entry(first)}\n至 #${until.seq}\n${until.hash.slice(0, DIGITS)}`,
    ]),
  )
}
