/** Names of persons (姓名) as forms and sentences print them: 陶志远, 欧阳静, 刘某某, 买买提·艾力. */

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦' +
    '昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹' +
    '姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐' +
    '邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁' +
    '荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武' +
    '符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉' +
    '宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘' +
    '匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺' +
    '权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖付邸闫苟卿代晋楚涂兰覃粟丘区瓮麦练' +
    '仝侬泮揭禤降折逮邝冼亓仵苌綦郇郄隋迟栗楼檀谌鄢辜苑朴沐漆甯睢矫芦贠赫雒靖粱尉揣庹茆',
)
const COMPOUND = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 夏侯 鲜于 端木 长孙 南宫' +
    ' 独孤 宇文 轩辕 拓跋 闻人 澹台 申屠 太叔 公羊 百里 呼延'
  ).split(' '),
)

/** Words of forms that begin like a name. */
const NO_NAME = new RegExp(
  // 检查人员向现场负责人出示: 向 and 于 are surnames too
  String.raw`^(?:[向于从和](?:现场|当事|被检|被询|店长|负责|陪同|单位))|^(?:有效期|陈述|申辩|代收|代签|外出|在场|到场|缺席|签名|签字|签章|盖章|时间|日期|无|同意|不同意|同上|详见|系统|应当|经|全部|单位|办公室|有限|` +
    String.raw`成立|安全|项目|方式|地点|明确|方案|管理|高度|常年|万元|任何|关于|相关|有关|于|和|与|及|等|别|时|那|有|空|后|能|家|年|向|通|全|单|平|易|查获|查处|` +
    String.raw`公)$|(?:人员|局|科|室|公司|意见|情况|本人|电话|负责人|签名|大队|支队|中队|机关|部门|单位|代理|记录|笔录|检查|调查|检测|证件|编号|执法|年|` +
    String.raw`月|日|元|村民|职务|公示|问题|内容|规定|法律|处罚|同志|无误|属实|一致|复印件|原件|拒绝|到场)$`,
  'u',
)

function surnameLength(text: string): number {
  if (COMPOUND.has(text.slice(0, 2))) return 2
  return SURNAMES.has(text.charAt(0)) ? 1 : 0
}

/** Whether a word that stands alone is a person's name. */
export function isPersonName(text: string): boolean {
  if (NO_NAME.test(text)) return false
  if (/^[\u3400-\u9fff]{1,2}[某×*xX]{1,2}[\dA-Za-z甲乙丙丁\u3400-\u9fff]?$/u.test(text)) return true
  if (/^[\u3400-\u9fff]{1,10}[··•][\u3400-\u9fff··•]{1,14}$/u.test(text)) return true
  if (!/^[\u3400-\u9fff]{2,4}$/u.test(text)) return false
  const surname = surnameLength(text)
  return surname > 0 && text.length - surname >= 1 && text.length - surname <= 2
}

/** The name that ends a longer word: 隔壁门市何秀兰. Null where the word itself is a name, or ends in none. */
export function nameAtEnd(word: string): string | null {
  if (word.length < 5 || isPersonName(word)) return null
  return [word.slice(-3), word.slice(-2)].find((name) => isPersonName(name)) ?? null
}

/** What may follow a name in a sentence. */
const AFTER_NAME =
  /^(?:$|\d|[、,。;:()\s\u3000\t的对在向于到依出现进持前一和及与等将已经均是为系两二分三同作制采根按按实共组负参签未拟就])/u

/** The name at the beginning of running text; null where none stands there. */
export function nameInText(text: string): string | null {
  const masked = /^[\u3400-\u9fff][某×*]{1,2}(?:[甲乙丙丁\d])?/u.exec(text)?.[0]
  // 艾某东、胥某远: the given name masked in its middle.
  if (masked !== undefined)
    return /^[\u3400-\u9fff][某×*]{1,2}(?![某和与及等对向在到])[\u3400-\u9fff][、,(]/u.test(text)
      ? text.slice(0, masked.length + 1)
      : masked
  const surname = surnameLength(text)
  if (surname === 0) return null
  for (const length of [surname + 2, surname + 1]) {
    const name = text.slice(0, length)
    // 高志远、岑海于2026年: the preposition before a day belongs to no name
    if (length === surname + 2 && /^[\u3400-\u9fff]{2,3}[于在自]\d{4}年/u.test(text.slice(0, length + 5))) continue
    if (
      /^[\u3400-\u9fff]+$/u.test(name) &&
      name.length === length &&
      AFTER_NAME.test(text.slice(length, length + 1)) &&
      isPersonName(name)
    )
      return name
  }
  return null
}
