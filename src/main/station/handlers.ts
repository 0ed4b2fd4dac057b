/** What an administrator changes of the station. Set-up and opening are the host's: there is no station before them. */
import type { stationContract } from '../../shared/station/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Handlers } from '../core/handler.ts'
import { formWords } from '../forms/form-settings-record.ts'
import { wordProblem } from '../opinion/numbers.ts'
import { folderSize } from './folder-size.ts'
import { writeStationFields } from './station-row.ts'

export const stationHandlers: Handlers<Pick<typeof stationContract, 'station.folder' | 'station.update'>> = {
  'station.folder': async ({ folder }) => ({ folder, ...(await folderSize(folder)) }),

  'station.update': (context, { station: fields }) => {
    const { id, ...before } = context.station()
    const problem = wordProblem(context.reader, fields, formWords(context, fields.numberPrefix))
    if (problem !== null) throw new FashenError('invalid-input', { method: 'station.update', field: 'numbering', problem })
    context.act({ act: 'station.update', subject: 'station', content: { id, before, after: fields } }, (writer) => writeStationFields(writer, fields))
    context.emit({ kind: 'changed', subject: 'station' })
    return context.station()
  },
}
