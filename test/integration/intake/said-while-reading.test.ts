/** What a person says of a paper while it is being read holds, and the record does not tell that the machine said otherwise. */
import { afterEach, expect, it } from 'vitest'
import { understand } from '../../../src/shared/intake/understand.ts'
import { documentsIn } from '../../../src/main/intake/material-documents.ts'
import type { FileReader } from '../../../src/main/intake/reading-queue.ts'
import { createReadingService } from '../../../src/main/intake/reading-service.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { attach, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
afterEach(() => {
  station.close()
  removeTemporaryFolders()
})

it('a kind that was chosen while the documents were looked for', async () => {
  station = await createTestStation({ read: false })
  const { workbench } = station.workstation
  const caseId = await registerCase(station)
  const text = '陈述申辩书\n清川县生态环境局：\n我公司收到行政处罚事先告知书，现陈述申辩如下。\n陈述申辩人：清川县碧波印染有限公司\n2026年4月20日'
  const paper = await attach(station, caseId, '当事人意见.txt', text)
  let ask = (): void => undefined
  let answer = (): void => undefined
  const asked = new Promise<void>((resolve) => (ask = resolve))
  const held = new Promise<void>((resolve) => (answer = resolve))
  const reader: FileReader = {
    prepare: () => undefined,
    read: async () => ({ text: { pages: [{ number: 1, source: 'plain', text, confidence: null }] }, problem: null, toRecognise: [] }),
    recogniseWithPlaces: () => expect.fail('no scan'),
    async understand(input) {
      ask()
      await held
      return understand(input)
    },
    ledger: () => expect.fail('no workbook'),
    close: async () => undefined,
  }
  const service = createReadingService(workbench, { openReader: () => reader, log: (line) => expect.fail(line), idle: false })
  service.add([{ sha256: paper.sha256, name: paper.name }])
  await asked
  await station.as('handler').call('materials.reclassify', { materialId: paper.id, kind: 'evidence' })
  answer()
  await service.idle()
  const { materials } = await station.as('handler').call('cases.get', { caseId })
  expect(materials.find(({ id }) => id === paper.id)).toMatchObject({ kind: 'evidence', kindBy: 'person' })
  // it was read as something else
  expect(documentsIn(workbench.reader, paper.id).map(({ kind }) => kind)).toEqual(['defence'])
  expect(workbench.reader.all("SELECT act FROM audit WHERE act = 'material.recognise'")).toEqual([])
})
