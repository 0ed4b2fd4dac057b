import { renderDocx } from '/work/main/src/main/documents/docx.ts'
import { sampleOpinion, OPTIONS } from '/work/main/test/integration/documents/sample-opinion.ts'
import fs from 'node:fs'
import validate from '@ooxml-tools/validate'
let r
for (let i=0;i<5;i++){ const t=performance.now(); r=await renderDocx(sampleOpinion(),OPTIONS); console.log(performance.now()-t, r.length)}
const r2 = await renderDocx(sampleOpinion(),OPTIONS)
console.log('same', Buffer.compare(r,r2))
fs.writeFileSync('/tmp/d.docx', r)
const dr = await renderDocx({...sampleOpinion(), watermark:'草稿', number:null},OPTIONS)
fs.writeFileSync('/tmp/draft.docx', dr)
for (const x of [r,dr]) console.log(JSON.stringify(await validate(x,"docx"),null,1))
