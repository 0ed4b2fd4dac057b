/**
 * What each error says to a person: what happened and what was kept (`what`), and what to do next (`next`).
 * `{{name}}` is filled from the error's data.
 */
import type { Language } from '../values/values.ts'
import { ERROR_DATA, type ErrorCode, type ErrorJson } from './errors.ts'

interface Message {
  readonly what: string
  readonly next?: string
}

const zh: Record<ErrorCode, Message> = {
  'unknown-method': { what: '程序内部请求了不存在的功能“{{method}}”，未作任何更改。', next: '请重新启动法审台；如仍出现，请联系管理员。' },
  'invalid-input': { what: '“{{field}}”填写有误：{{problem}}。未保存本次更改。', next: '请改正后重试。' },
  'not-signed-in': { what: '尚未登录或登录已失效，未作任何更改。', next: '请重新登录，已输入的内容会保留。' },
  'not-allowed': { what: '当前人员没有此项权限，未作任何更改。', next: '需要的角色：{{needs}}。请由具备该角色的人员办理。' },
  'not-found': { what: '找不到所需的内容（{{subject}}），可能已被移除。', next: '请返回列表并刷新。' },
  conflict: { what: '此处内容已在另一个窗口中修改，本次更改没有覆盖它。', next: '请查看最新内容后，再决定是否保留您的更改。' },
  internal: { what: '程序遇到意外问题，本次操作未完成，已保存的内容不受影响。', next: '请重试；如仍出现，请把编号 {{reference}} 告知管理员。' },
  'core-stopped': { what: '工作站核心已停止，本次操作没有完成；此前已提示“已保存”的内容均在磁盘上。', next: '请点击“重新打开”。' },
  'station-locked-by-other': { what: '该工作站已被另一个程序打开（{{holder}}）。', next: '请先关闭已打开的法审台，再重试。' },
  'station-closed': { what: '工作站尚未打开。', next: '请先输入启用口令打开工作站。' },
  'station-not-empty': { what: '文件夹“{{folder}}”里已有工作站，没有改动。', next: '请直接打开它，或另选一个空文件夹。' },
  'station-missing': { what: '文件夹“{{folder}}”里没有工作站。', next: '请选择正确的数据文件夹，或新建工作站。' },
  'station-incomplete': { what: '工作站文件夹“{{folder}}”缺少 {{missing}}，没有打开，也没有改动。', next: '请从备份恢复缺少的文件，不要在此文件夹新建工作站。' },
  'folder-on-network': { what: '文件夹“{{folder}}”位于网络位置（{{reason}}），数据库在网络盘上可能损坏，未使用。', next: '请选择本机硬盘上的文件夹。' },
  'folder-cloud-synced': { what: '文件夹“{{folder}}”由云同步软件管理（{{reason}}），同步会损坏数据库并外传案卷，未使用。', next: '请选择不参与同步的本机文件夹。' },
  'folder-not-writable': { what: '文件夹“{{folder}}”不能写入：{{reason}}。', next: '请检查权限或另选文件夹。' },
  'wrong-key': { what: '口令不正确，工作站没有打开，数据没有改动。', next: '请检查大小写和输入法后重试。' },
  'weak-passphrase': { what: '启用口令太短，至少需要 {{minimum}} 个字符。', next: '请使用更长的口令，例如四个不相干的词。' },
  'store-newer': { what: '数据由更新版本的法审台写成（数据版本 {{found}}，本程序支持到 {{supported}}），没有打开，也没有改动。', next: '请安装新版本后再打开。' },
  'store-foreign': { what: '“{{folder}}”里的数据库不是法审台的数据库，没有打开，也没有改动。', next: '请核对数据文件夹。' },
  'store-damaged': { what: '数据库文件已损坏（{{detail}}），没有打开，也没有改动。', next: '请从备份文件夹恢复最近一份备份；杀毒软件或直接复制正在使用的数据库是常见原因。' },
  'disk-full': { what: '磁盘空间不足，{{what}} 没有完成，此前的内容完好。', next: '请清理磁盘后重试。' },
  'audit-broken': { what: '审计链在第 {{seq}} 条处不能通过核验：{{problem}}。', next: '请立即停止使用并保留数据文件夹，联系管理员核查。' },
  'catalogue-broken': { what: '审核目录文件 {{file}} 第 {{row}} 项的 {{field}} 有误：{{problem}}。工作站没有启动。', next: '请改正或恢复该文件后重新启动。' },
  'wrong-password': { what: '密码不正确，还可尝试 {{remaining}} 次。', next: '请检查大小写和输入法。' },
  'account-locked': { what: '密码多次输入错误，该账号已暂时锁定至 {{until}}。', next: '请稍后再试，或请管理员重设密码。' },
  'weak-password': { what: '密码太短，至少需要 {{minimum}} 个字符。', next: '请使用更长的密码。' },
  'login-taken': { what: '登录名“{{login}}”已被使用。', next: '请换一个登录名。' },
  'last-administrator': { what: '至少要保留一名在岗管理员，未作更改。', next: '请先增加另一名管理员。' },
  'transition-refused': { what: '案件目前处于“{{state}}”，不能进行“{{action}}”，未作任何更改。', next: '请刷新案件，查看当前可办理的事项。' },
  'not-your-part': { what: '“{{action}}”不能由您办理，未作任何更改。需要：{{needs}}。', next: '请由符合条件的人员办理。' },
  'not-ready': { what: '现在还不能“{{action}}”，未作任何更改。', next: '还需要：{{missing}}。' },
  'case-not-editable': { what: '案件目前“{{state}}”，登记内容不能修改，未作任何更改。', next: '如需修改，请先退回补正，或在下一轮送审时修改。' },
  'materials-incomplete': { what: '送审材料不齐，尚缺：{{missing}}。', next: '请补齐，或退回补正。' },
  'file-empty': { what: '文件“{{name}}”是空的（0 字节），没有收入。', next: '请检查原文件后重新添加。' },
  'file-too-large': { what: '文件“{{name}}”过大，没有收入。', next: '单个文件上限为 {{limit}}。请拆分，或把录音录像另行存盘并附目录。' },
  'file-unreadable': { what: '文件“{{name}}”不能读取：{{reason}}。没有收入。', next: '请关闭正在使用它的程序（如 WPS、杀毒软件）后重试。' },
  'file-is-folder': { what: '“{{name}}”是文件夹，不是文件，没有收入。', next: '请打开文件夹，选择其中的文件。' },
  'file-name-invalid': { what: '文件名“{{name}}”无效，没有收入。', next: '请改名后重新添加。' },
  'file-altered': { what: '文件“{{name}}”的内容与登记的校验值不符，已停止打开。', next: '请从备份恢复，并告知管理员。' },
  'file-not-staged': { what: '文件“{{name}}”尚未读入，没有收入。', next: '请重新添加该文件。' },
  'no-eligible-reviewer': { what: '没有可以承办本案审核的人员，未作指派。排除情况：{{excluded}}。', next: '请增加审核人员，或填写理由后手工指派。' },
  'reviewer-not-eligible': { what: '该人员不能审核本案：{{reason}}。', next: '请另选人员。' },
  'answers-incomplete': { what: '还有问题没有回答：{{questions}}。', next: '请逐项回答后再起草意见书。' },
  'override-needs-reason': { what: '致命问题 {{questions}} 答“否”，改变意见类型须写明理由。', next: '请填写理由，理由将由审核机构负责人查看并签署。' },
  'opinion-incomplete': { what: '意见书缺少必备内容：{{missing}}。', next: '请补充后再提交。' },
  'opinion-issued': { what: '意见书 {{number}} 已经签发，不能更改。', next: '如需改变意见，请在新一轮审核中出具新的意见书。' },
  'opinion-not-approved': { what: '意见书尚未经审核机构负责人同意，不能签署。', next: '请先提交负责人审批。' },
  'number-taken': { what: '文号 {{number}} 已被使用。', next: '请重新取号。' },
  'same-person-signs-twice': { what: '审核人与审核机构负责人不能为同一人。', next: '请由另一名负责人签署。' },
  'glyph-missing': { what: '“{{place}}”中的字“{{character}}”（{{codePoint}}）没有可用字形，文件没有生成。', next: '请安装含该字的字体，或按证件上的规范写法改写。' },
  'font-missing': { what: '找不到字体“{{font}}”，文件没有生成。', next: '请重新安装程序。' },
  'wrong-pkcs12-password': { what: '证书文件的密码不正确，没有导入。', next: '请检查密码后重试。' },
  'pkcs12-unreadable': { what: '不能读取证书文件：{{reason}}。没有导入。', next: '请选择 .p12 或 .pfx 文件。' },
  'pkcs12-no-key': { what: '证书文件里没有私钥和对应的证书，没有导入。', next: '导出证书时请选择“包含私钥”。' },
  'wrong-signing-password': { what: '签名密码不正确，没有签署。', next: '请检查大小写和输入法后重试。' },
  'certificate-expired': { what: '{{subject}} 的证书已于 {{notAfter}} 到期，没有签署。', next: '请换用有效的证书。' },
  'certificate-not-yet-valid': { what: '{{subject}} 的证书自 {{notBefore}} 起才有效，没有签署。', next: '请检查电脑时间，或换用有效的证书。' },
  'key-kind-unsupported': { what: '暂不支持 {{kind}} 类型的密钥。', next: '请使用 RSA（2048 位以上）或 EC（P-256、P-384、P-521）证书。' },
  'no-certificate': { what: '{{person}} 还没有签名证书。', next: '请在“我的证书”中导入，或由本站签发一张。' },
  'export-folder-invalid': { what: '不能导出到“{{folder}}”：{{reason}}。没有写入文件。', next: '请选择本机上可以写入的文件夹。' },
  'not-a-pdf': { what: '“{{name}}”不是可以核验的 PDF 文件。', next: '请选择由法审台签发的 PDF 意见书。' },
}

const en: Record<ErrorCode, Message> = {
  'unknown-method': { what: 'The program asked for a function that does not exist (“{{method}}”). Nothing was changed.', next: 'Restart Fashen; if it happens again, tell your administrator.' },
  'invalid-input': { what: '“{{field}}” is not right: {{problem}}. This change was not saved.', next: 'Correct it and try again.' },
  'not-signed-in': { what: 'You are not signed in, or the session has ended. Nothing was changed.', next: 'Sign in again; what you typed is kept.' },
  'not-allowed': { what: 'You do not have the role for this. Nothing was changed.', next: 'It needs: {{needs}}. Ask somebody who has that role.' },
  'not-found': { what: 'What you asked for is not there ({{subject}}); it may have been removed.', next: 'Go back to the list and refresh.' },
  conflict: { what: 'This was changed in another window meanwhile. Your change did not overwrite it.', next: 'Look at what is there now, then decide whether to keep yours.' },
  internal: { what: 'Something unexpected happened and this step was not completed. What was saved is safe.', next: 'Try again; if it happens again, give your administrator the reference {{reference}}.' },
  'core-stopped': { what: 'The workstation core has stopped and this step was not completed. Everything that was marked “saved” is on disk.', next: 'Choose “Reopen”.' },
  'station-locked-by-other': { what: 'This station is open in another program ({{holder}}).', next: 'Close the other Fashen first, then try again.' },
  'station-closed': { what: 'The station is not open.', next: 'Open it with its passphrase first.' },
  'station-not-empty': { what: 'There is a station in “{{folder}}” already. It was not touched.', next: 'Open it, or choose an empty folder.' },
  'station-missing': { what: 'There is no station in “{{folder}}”.', next: 'Choose the right data folder, or set up a new station.' },
  'station-incomplete': { what: 'The station in “{{folder}}” lacks {{missing}}. It was neither opened nor changed.', next: 'Restore the missing file from a backup; do not set up a new station here.' },
  'folder-on-network': { what: '“{{folder}}” is on a network ({{reason}}), where a database can be damaged. It was not used.', next: 'Choose a folder on this computer’s own disk.' },
  'folder-cloud-synced': { what: '“{{folder}}” is kept in sync by a cloud program ({{reason}}), which would damage the database and carry case files away. It was not used.', next: 'Choose a local folder that is not synchronised.' },
  'folder-not-writable': { what: '“{{folder}}” cannot be written to: {{reason}}.', next: 'Check the permissions or choose another folder.' },
  'wrong-key': { what: 'The passphrase is not right. The station was not opened and nothing was changed.', next: 'Check capitals and the input method, then try again.' },
  'weak-passphrase': { what: 'The passphrase is too short; it needs at least {{minimum}} characters.', next: 'Use a longer one, for instance four unrelated words.' },
  'store-newer': { what: 'The data was written by a newer Fashen (data version {{found}}; this program knows up to {{supported}}). It was neither opened nor changed.', next: 'Install the newer version and open it with that.' },
  'store-foreign': { what: 'The database in “{{folder}}” is not one of Fashen’s. It was neither opened nor changed.', next: 'Check the data folder.' },
  'store-damaged': { what: 'The database file is damaged ({{detail}}). It was neither opened nor changed.', next: 'Restore the latest copy from the backup folder. Virus scanners and copying a database in use are common causes.' },
  'disk-full': { what: 'The disk is full: {{what}} was not completed. Everything before it is intact.', next: 'Free some space and try again.' },
  'audit-broken': { what: 'The audit chain fails at entry {{seq}}: {{problem}}.', next: 'Stop using this station, keep its folder as it is, and tell your administrator.' },
  'catalogue-broken': { what: 'The review catalogue is broken: file {{file}}, row {{row}}, field {{field}}: {{problem}}. The workstation did not start.', next: 'Correct or restore that file, then start again.' },
  'wrong-password': { what: 'The password is not right; {{remaining}} attempts are left.', next: 'Check capitals and the input method.' },
  'account-locked': { what: 'Too many wrong passwords: this account is locked until {{until}}.', next: 'Try again later, or ask an administrator to reset the password.' },
  'weak-password': { what: 'The password is too short; it needs at least {{minimum}} characters.', next: 'Use a longer one.' },
  'login-taken': { what: 'The login “{{login}}” is in use.', next: 'Choose another.' },
  'last-administrator': { what: 'At least one active administrator must remain. Nothing was changed.', next: 'Add another administrator first.' },
  'transition-refused': { what: 'The case is “{{state}}” now, so “{{action}}” is not possible. Nothing was changed.', next: 'Refresh the case to see what can be done.' },
  'not-your-part': { what: 'You cannot do “{{action}}” here. Nothing was changed. It needs: {{needs}}.', next: 'Ask somebody who fits.' },
  'not-ready': { what: '“{{action}}” is not possible yet. Nothing was changed.', next: 'Still needed: {{missing}}.' },
  'case-not-editable': { what: 'The case is “{{state}}” now, so what was registered cannot be changed. Nothing was changed.', next: 'Return it for supplement first, or change it in the next round.' },
  'materials-incomplete': { what: 'The submission is incomplete. Missing: {{missing}}.', next: 'Add what is missing, or return the case for supplement.' },
  'file-empty': { what: '“{{name}}” is empty (0 bytes) and was not taken in.', next: 'Check the original and add it again.' },
  'file-too-large': { what: '“{{name}}” is too large and was not taken in.', next: 'The limit for one file is {{limit}}. Split it, or keep recordings on a disc with an index.' },
  'file-unreadable': { what: '“{{name}}” cannot be read: {{reason}}. It was not taken in.', next: 'Close the program that is using it (WPS, a virus scanner) and try again.' },
  'file-is-folder': { what: '“{{name}}” is a folder, not a file, and was not taken in.', next: 'Open the folder and choose the files in it.' },
  'file-name-invalid': { what: 'The file name “{{name}}” is not usable; the file was not taken in.', next: 'Rename it and add it again.' },
  'file-altered': { what: 'The content of “{{name}}” does not match its recorded checksum, so it was not opened.', next: 'Restore it from a backup and tell your administrator.' },
  'file-not-staged': { what: '“{{name}}” was not read yet and was not taken in.', next: 'Add the file again.' },
  'no-eligible-reviewer': { what: 'Nobody can review this case, so it was not assigned. Excluded: {{excluded}}.', next: 'Add reviewers, or assign by hand with a reason.' },
  'reviewer-not-eligible': { what: 'This person cannot review the case: {{reason}}.', next: 'Choose somebody else.' },
  'answers-incomplete': { what: 'These questions have no answer yet: {{questions}}.', next: 'Answer them before drafting the opinion.' },
  'override-needs-reason': { what: 'Fatal questions {{questions}} are answered “no”; changing the opinion type needs a reason.', next: 'Type the reason; the head of review will see and sign it.' },
  'opinion-incomplete': { what: 'The opinion lacks required content: {{missing}}.', next: 'Add it and submit again.' },
  'opinion-issued': { what: 'Opinion {{number}} has been issued and cannot be changed.', next: 'To change the view, issue a new opinion in a new round.' },
  'opinion-not-approved': { what: 'The head of review has not approved the opinion yet, so it cannot be signed.', next: 'Submit it to the head first.' },
  'number-taken': { what: 'The number {{number}} is in use.', next: 'Take a new number.' },
  'same-person-signs-twice': { what: 'The reviewer and the head of review cannot be the same person.', next: 'Have another head sign.' },
  'glyph-missing': { what: 'No font has a glyph for “{{character}}” ({{codePoint}}) in “{{place}}”. The document was not made.', next: 'Install a font that has it, or write it as the identity document does.' },
  'font-missing': { what: 'The font “{{font}}” is missing. The document was not made.', next: 'Install the program again.' },
  'wrong-pkcs12-password': { what: 'The password of the certificate file is not right. Nothing was imported.', next: 'Check it and try again.' },
  'pkcs12-unreadable': { what: 'The certificate file cannot be read: {{reason}}. Nothing was imported.', next: 'Choose a .p12 or .pfx file.' },
  'pkcs12-no-key': { what: 'The file holds no private key with its certificate. Nothing was imported.', next: 'Export the certificate “with private key”.' },
  'wrong-signing-password': { what: 'The signing password is not right. Nothing was signed.', next: 'Check capitals and the input method, then try again.' },
  'certificate-expired': { what: 'The certificate of {{subject}} expired on {{notAfter}}. Nothing was signed.', next: 'Use a valid certificate.' },
  'certificate-not-yet-valid': { what: 'The certificate of {{subject}} is valid only from {{notBefore}}. Nothing was signed.', next: 'Check this computer’s clock, or use another certificate.' },
  'key-kind-unsupported': { what: 'Keys of kind {{kind}} are not supported.', next: 'Use RSA (2048 bits or more) or EC (P-256, P-384, P-521).' },
  'no-certificate': { what: '{{person}} has no signing certificate yet.', next: 'Import one under “My certificate”, or have the station issue one.' },
  'export-folder-invalid': { what: 'Cannot export to “{{folder}}”: {{reason}}. Nothing was written.', next: 'Choose a folder on this computer that can be written to.' },
  'not-a-pdf': { what: '“{{name}}” is not a PDF that can be verified.', next: 'Choose an opinion in PDF that Fashen issued.' },
}

export const ERROR_MESSAGES: Record<Language, Record<ErrorCode, Message>> = { 'zh-CN': zh, en }

/** The words for one error in one language, with its data filled in. */
export function describeError(error: ErrorJson, language: Language): { what: string; next: string | undefined } {
  const message = ERROR_MESSAGES[language][error.code in ERROR_DATA ? error.code : 'internal']
  const separator = language === 'zh-CN' ? '、' : ', '
  const fill = (template: string): string =>
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, field: string) => {
      const value = error.data[field]
      return Array.isArray(value) ? value.join(separator) : String(value ?? '')
    })
  return { what: fill(message.what), next: message.next === undefined ? undefined : fill(message.next) }
}
