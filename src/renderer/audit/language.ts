/** Words of the audit chain. */
import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage(
  {
    title: '审计链',
    subtitle: '每一步操作一条记录，前后以校验值相连，只增不改。',
    verify: '核验整条链',
    verifying: '正在核验…',
    whole: '链条完好：{{entries}} 条记录逐条核验相符。',
    wholeWitnesses: '已签发意见书上印的链头全部在链中。',
    broken: '第 {{seq}} 条核验不符：{{problem}}。请停止使用并保留数据文件夹，联系管理员核查。',
    problem: { gap: '缺少条目', previousHash: '与前一条不衔接', hash: '内容与校验值不符' },
    missingWitnesses: '以下意见书上印的链头不在链中（链尾可能被截断或者整条链被改写）：{{numbers}}',
    head: '链头',
    notVerified: '尚未核验。',
    entries: '记录',
    older: '更早的记录',
    loadMore: '载入更早的记录',
    columns: { seq: '序号', at: '时间', actor: '操作人', act: '操作', subject: '对象', hash: '校验值' },
    system: '系统',
    content: '记录内容',
    previous: '前一条校验值',
    unreadable: '您的角色只能核验，不能查看记录内容。',
  },
  {
    title: 'Audit chain',
    subtitle: 'One entry for every act, chained by hash; entries are only ever added.',
    verify: 'Verify the whole chain',
    verifying: 'Verifying…',
    whole: 'The chain is whole: all {{entries}} entries match.',
    wholeWitnesses: 'Every chain head printed in an issued opinion is in the chain.',
    broken:
      'Entry {{seq}} does not match: {{problem}}. Stop using the station, keep its folder and tell your administrator.',
    problem: {
      gap: 'an entry is missing',
      previousHash: 'it does not follow the entry before',
      hash: 'its content does not match its hash',
    },
    missingWitnesses:
      'The chain heads printed in these opinions are not in the chain (its end may be cut off, or it was rewritten): {{numbers}}',
    head: 'Head',
    notVerified: 'Not verified yet.',
    entries: 'Entries',
    older: 'Older entries',
    loadMore: 'Load older entries',
    columns: { seq: 'No.', at: 'Time', actor: 'By', act: 'Act', subject: 'On', hash: 'Hash' },
    system: 'System',
    content: 'Content of the entry',
    previous: 'Hash before',
    unreadable: 'Your role can verify the chain but not read its entries.',
  },
)
