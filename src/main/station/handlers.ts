/** What an administrator changes of the station. Set-up and opening are the host's: there is no station before them. */
import type { stationContract } from '../../shared/station/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { writeStationFields } from './station-row.ts'

export const stationHandlers: Handlers<Pick<typeof stationContract, 'station.update'>> = {
  'station.update': (context, { station: fields }) => {
    const { id, ...before } = context.station()
    context.act({ act: 'station.update', subject: 'station', content: { id, before, after: fields } }, (writer) => writeStationFields(writer, fields))
    context.emit({ kind: 'changed', subject: 'station' })
    return context.station()
  },
}
