/** Invented people, places and codes that pass their checks. */
import { residentIdCheckCharacter } from '../../src/shared/identifiers/resident-id.ts'
import {
  organisationCheckCharacter,
  socialCreditCheckCharacter,
} from '../../src/shared/identifiers/social-credit-code.ts'
import type { Random } from './random.ts'

const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗方俞任袁柳',
]
const GIVEN = [
  '建国',
  '志强',
  '海峰',
  '晓燕',
  '丽华',
  '国栋',
  '文静',
  '玉兰',
  '立群',
  '雪梅',
  '永康',
  '春生',
  '家明',
  '思远',
  '佳宁',
  '俊杰',
  '小兵',
  '德胜',
  '敏',
  '静',
  '磊',
  '洋',
  '勇',
  '军',
  '岚',
  '涛',
  '霞',
  '斌',
  '倩',
  '宁',
  '毅',
  '萍',
]
/** Counties and cities that are not on the map. */
const COUNTIES = ['澄阳县', '桐岭县', '青梧县', '临沅县', '禾川县', '白鹭县', '石渡县', '云屏县', '南浔坪县', '柳塘县']
const CITIES = ['泽川市', '禾阳市', '朔宁市', '桂溪市', '沅陵江市', '澜清市']
const DISTRICTS = ['城北区', '东江区', '开源区', '望湖区']
const STREETS = ['解放路', '建设路', '人民东路', '兴业路', '滨河路', '中山路', '工农街', '新华街', '振兴大道']
const BRANDS = [
  '恒盛',
  '鑫源',
  '宏达',
  '瑞丰',
  '绿源',
  '华泰',
  '德馨',
  '永顺',
  '金穗',
  '博远',
  '盛和',
  '诚信',
  '明珠',
  '万里',
  '康宁',
  '启航',
]

/** Different names, one after the other. */
export function namesOf(random: Random): () => string {
  const used = new Set<string>()
  return () => {
    for (;;) {
      const name = random.pick(SURNAMES) + random.pick(GIVEN)
      // no two of one surname and no shared given name: each is told from the others at first sight
      if (used.has(name) || used.has(name.slice(0, 1)) || used.has(name.slice(1))) continue
      used.add(name).add(name.slice(0, 1)).add(name.slice(1))
      return name
    }
  }
}

export interface Place {
  readonly county: string
  readonly city: string
  readonly district: string
  readonly division: string
}

export function placeOf(random: Random): Place {
  return {
    county: random.pick(COUNTIES),
    city: random.pick(CITIES),
    district: random.pick(DISTRICTS),
    division: random.pick(['350121', '430121', '511025', '360123', '420115', '330185']),
  }
}

export const streetOf = (random: Random): string => `${random.pick(STREETS)}${random.int(3, 268)}号`
export const brandOf = (random: Random): string => random.pick(BRANDS)

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code (统一社会信用代码), 91 of a company, 92 of a sole trader. */
export function creditCode(prefix: '91' | '92', division: string, random: Random): string {
  // 31 letters but the last ones: XX looks like a blank of a template
  const body = `MA${Array.from({ length: 6 }, () => CODE_LETTERS.charAt(random.int(0, 27))).join('')}`
  const first17 = `${prefix}${division}${body}${organisationCheckCharacter(body)}`
  return `${first17}${socialCreditCheckCharacter(first17)}`
}

/** A resident identity number (公民身份号码) of a grown-up. */
export function residentId(division: string, random: Random): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  const birth = `${random.int(1962, 1998)}${pad(random.int(1, 12))}${pad(random.int(1, 28))}`
  const first17 = `${division}${birth}${String(random.int(10, 999)).padStart(3, '0')}`
  return `${first17}${residentIdCheckCharacter(first17)}`
}
