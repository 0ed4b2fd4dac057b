/** Minutes of a collective discussion, as agencies write them: who was there, what each said, what was settled. */
import { describe, expect, it } from 'vitest'
import { readMinutes } from '../../../src/shared/forms/discussion-minutes.ts'

const views = (paper: string) => readMinutes(paper).attendees.map(({ name, view, stance }) => [name, view, stance])

describe('minutes', () => {
  it('with a line for each speaker: posts, views and the outcome below its heading', () => {
    const found = readMinutes(`重大行政处罚案件集体讨论笔录
讨论时间：2026年5月11日9时30分至10时40分
讨论地点：局三楼会议室
主持人：梁正宏（局长） ‖ 记录人：付雪（办公室）
参加人员：梁正宏（局长）、方志鹏（副局长）、何建（总工程师）
列席人员：陶志远（承办人）
缺席人员：江帆（出差）
承办人汇报
陶志远：建议罚款32万元。
讨论意见
方志鹏：事实清楚，同意罚款32万元。
何建：废水处理设施运行正常，
按基准计算，没有意见。
梁正宏：同意以上意见。
讨论结论
一致同意处罚款人民币320000元。没有不同意见。
参加人员签名：梁正宏　方志鹏　何建`)
    expect(found).toEqual({
      place: '局三楼会议室',
      chair: '梁正宏（局长）',
      recorder: '付雪',
      absent: '江帆（出差）',
      outcome: '一致同意处罚款人民币320000元。没有不同意见。',
      attendees: [
        { name: '梁正宏', post: '局长', view: '同意以上意见。', stance: '同意' },
        { name: '方志鹏', post: '副局长', view: '事实清楚，同意罚款32万元。', stance: '同意' },
        { name: '何建', post: '总工程师', view: '废水处理设施运行正常，按基准计算，没有意见。', stance: '同意' },
      ],
    })
  })

  it('with all views in one line, and the chair not named again among those who took part', () => {
    const paper = `案件集体讨论记录
时间：2026年4月7日9时    地点：局二楼会议室
主持人：魏长春（局长）    记录人：严露
参加人员：卿玉堂（副局长）、段琳（副局长）
卿玉堂：应当从严，同意吊销。段琳：同意。魏长春：同意承办意见。
讨论结论：按承办机构意见作出处罚。`
    expect(views(paper)).toEqual([['魏长春', '同意承办意见。', '同意'], ['卿玉堂', '应当从严，同意吊销。', '同意'], ['段琳', '同意。', '同意']])
    expect(readMinutes(paper)).toMatchObject({ place: '局二楼会议室', recorder: '严露', outcome: '按承办机构意见作出处罚。' })
  })

  it('as a table, with who disagrees; one view does not run into the next', () => {
    const paper = '案件集体讨论记录\n时间\t2026年4月7日\t地点\t局二楼会议室\n主持人\t魏长春\t记录人\t严露\n出席人员\t魏长春、卿玉堂\n讨论意见\t魏长春认为，事实清楚，同意处罚。卿玉堂表示不同意，证据不足。\n讨论决定\t处罚款5万元。'
    expect(views(paper)).toEqual([['魏长春', '事实清楚，同意处罚。', '同意'], ['卿玉堂', '不同意，证据不足。', '不同意']])
    expect(readMinutes(paper).outcome).toBe('处罚款5万元。')
  })

  it.each([
    ['没有不同意见。', '同意'],
    ['不同意从轻，同意罚款五万元。', ''],
    ['保留意见。', '保留意见'],
    ['反对。', '不同意'],
    ['请承办机构补充说明。', ''],
  ])('a view that says %s stands as “%s”', (view, stance) => {
    expect(views(`主持人：石磊（局长）\n参加人员：石磊、白杨\n白杨：${view}\n讨论结论：罚款。`)[1]).toEqual(['白杨', view, stance])
  })

  it('that only have a conclusion leave the views empty, and no minutes leave everything empty', () => {
    expect(readMinutes('案件集体讨论记录\n主持人：石磊（局长）\n参加人员：石磊、白杨、方圆\n讨论结论：罚款50000元。').attendees.map(({ view }) => view)).toEqual(['', '', ''])
    expect(readMinutes('')).toEqual({ place: '', chair: '', recorder: '', absent: '', outcome: '', attendees: [] })
  })
})
