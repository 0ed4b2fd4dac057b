/** The opinion that is measured, and who signs it. */
import type { RenderOptions, RenderedPdf } from '../src/main/documents/pdf.ts'
import { createStationRoot, issuePersonCertificate } from '../src/main/signing/certificate-authority.ts'
import { signPdf } from '../src/main/signing/pades.ts'
import { softwareSigner } from '../src/main/signing/software-signer.ts'
import { bold, heading, paragraph, text, type Block, type OfficialDocument } from '../src/shared/documents/model.ts'
import type { Signer } from '../src/shared/signing/signer.ts'
import { isoDate, isoInstant, sha256Schema } from '../src/shared/values/values.ts'

const AGENCY = '岚清市生态环境局'
const HASH = '9f2c4e7a1b3d5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd'

const HEADINGS: readonly (readonly [title: string, ...found: string[]])[] = [
  ['执法主体是否合法', '本案由岚清市生态环境局立案查处。该局系县级以上地方人民政府生态环境主管部门，依法具有行政处罚权。'],
  ['执法人员是否具备执法资格', '承办人员陶志远、沈佳宁均持有有效的行政执法证件。'],
  ['执法程序是否合法', '经审核，存在以下问题：', '1. 现场检查笔录第2页无当事人签名，亦未注明拒绝签名或者不能签名的事由（见《现场检查笔录》第2页）。', '2. 《行政处罚事先告知书》未告知当事人享有要求听证的权利（见《行政处罚事先告知书》第1页）。'],
  ['案件事实是否清楚、证据是否合法充分', '现有证据能够证明当事人在未取得排污许可证的情况下排放水污染物的事实。现场检查笔录、调查询问笔录、监测报告、排水台账等证据来源合法，能够相互印证。'],
  ['适用法律、法规、规章是否准确，裁量基准运用是否适当', '适用依据准确，拟作罚款为法定幅度的下限，与裁量基准的“轻微”档次一致。'],
  ['执法是否超越执法机关法定权限', '案件由违法行为发生地的生态环境主管部门管辖，未超越级别管辖和地域管辖权限。'],
  ['行政执法文书是否完备、规范', '文书要素齐全，制作规范。'],
  ['违法行为是否涉嫌犯罪、需要移送司法机关', '未发现当事人的违法行为涉嫌犯罪、需要移送公安机关的情形。'],
]

function blocks(): Block[] {
  return [
    heading(1, '送审情况'),
    paragraph('2026年5月6日，执法支队一大队报送岚清市瑞恒建材有限公司未取得排污许可证排放污染物案的案卷材料。依照《中华人民共和国行政处罚法》第五十八条的规定，经法制审核，提出如下意见。'),
    {
      kind: 'key-value',
      rows: [
        { label: '案件名称', value: [text('岚清市瑞恒建材有限公司未取得排污许可证排放污染物案')] },
        { label: '当事人', value: [text('岚清市瑞恒建材有限公司')] },
        { label: '承办人', value: [text('陶志远（43990112018）、沈佳宁（43990112035）')] },
        { label: '送审日期', value: [text('2026年5月6日')], second: { label: '受理日期', value: [text('2026年5月7日')] } },
        { label: '案卷号', value: [text('岚清环立〔2026〕31号')], second: { label: '审核轮次', value: [text('第1轮')] } },
      ],
    },
    heading(1, '审核意见'),
    ...HEADINGS.flatMap(([title, ...found]): Block[] => [heading(2, title), ...found.map((line) => paragraph(line))]),
    heading(1, '存在的问题及建议'),
    paragraph('经审核，发现以下2个问题：'),
    paragraph('1. 现场检查笔录第2页无当事人签名（《中华人民共和国行政处罚法》第五十五条）。由当事人补充确认，或者注明事由。'),
    paragraph('2. 未告知听证权利（《中华人民共和国行政处罚法》第六十三条第一款）。重新告知，并在听证期限届满后再作决定。'),
    heading(1, '审核结论'),
    paragraph('综上，本机构的审核意见为：', bold('纠正程序后重新送审'), '。请纠正上述问题后重新送审。'),
  ]
}

export function threePages(): OfficialDocument {
  return {
    title: `${AGENCY}\n重大行政执法决定法制审核意见书`,
    number: '岚清环法审〔2026〕12号',
    addressee: '执法支队一大队',
    blocks: blocks(),
    attachments: ['法制审核问题清单', '送审材料目录及校验值'],
    signOff: {
      signers: [
        { signer: 'reviewer', role: '审核人', name: '顾晓岚', date: isoDate('2026-05-13') },
        { signer: 'head', role: '审核机构负责人', name: '贺文博', date: isoDate('2026-05-14') },
      ],
      organ: `${AGENCY}政策法规科`,
      date: isoDate('2026-05-14'),
    },
    footer: [
      { label: '审核目录版本', value: `2026.05.01（${HASH.slice(0, 16)}）` },
      { label: '审计链', value: `第4711条 ${HASH}` },
    ],
    watermark: null,
  }
}

/** As the product renders: with the fonts that this computer has. */
export function opinionOptions(): RenderOptions {
  return {
    createdAt: isoInstant(new Date('2026-05-14T08:30:00.000Z')),
    producer: 'Fashen',
    stationId: '0190a5f0-7c1e-7a3b-9d2f-3b6c1e2d4f50',
    chainHead: HASH,
    chainSeq: 4711,
    contentHash: sha256Schema.parse(HASH),
  }
}

export interface SigningDesk {
  readonly reviewer: Signer
  readonly head: Signer
}

/** Two people with certificates of the station's root, as it issues them. */
export async function signingDesk(): Promise<SigningDesk> {
  const validFrom = new Date('2026-01-01T00:00:00Z')
  const root = await createStationRoot(AGENCY, validFrom)
  const signer = async (name: string, personNumber: string): Promise<Signer> => {
    const issued = await issuePersonCertificate(root, { name, agency: AGENCY, personNumber, validFrom })
    return softwareSigner({ ...issued, chainDer: [root.certificateDer] })
  }
  return { reviewer: await signer('顾晓岚', '43990112041'), head: await signer('贺文博', '43990112009') }
}

/** Both signatures, each shown in its place, the second as an incremental update. */
export async function signTwice(desk: SigningDesk, pdf: RenderedPdf): Promise<Uint8Array> {
  let { bytes } = pdf
  for (const [role, name] of [['reviewer', '顾晓岚'], ['head', '贺文博']] as const) {
    const place = pdf.signatureFields.find(({ signer }) => signer === role)
    if (place === undefined) throw new Error(`the opinion has no place for ${role}`)
    bytes = await signPdf(bytes, desk[role], {
      fieldName: role,
      reason: '签署',
      location: '岚清市',
      signedAt: new Date('2026-05-14T08:31:00Z'),
      appearance: { page: place.page, rect: place.rect, nameText: name, dateText: '2026年5月14日' },
    })
  }
  return bytes
}
