/** The intake behind a box for files: its own, or the one that goes on under a name while the screen is closed. */
import { useState, useSyncExternalStore } from 'react'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { callOnce, useTransport } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import type { FileDropProps } from './file-drop.tsx'
import { FileIntake, type FileIntakeActs, type IntakeState } from './file-intake.ts'

/** Files that are handed over together where there can be thousands. */
const BATCH = 20

const KEPT = new WeakMap<Transport, Map<string, FileIntake>>()

function actsOf(transport: Transport, props: FileDropProps): FileIntakeActs {
  const { onStaged, onBatch, onFinished, known } = props
  const stage: FileIntakeActs['stage'] = async (file) => {
    const reply = await transport.stage(file)
    if (!reply.ok) throw errorFromJson(reply.error)
    return reply.value
  }
  if (onBatch === undefined) {
    const deliver: FileIntakeActs['deliver'] = async (files) => {
      for (const file of files) await onStaged?.(file)
    }
    return { stage, deliver, finished: onFinished, batch: 1 }
  }
  return {
    stage,
    unpack: ({ id, name }) => callOnce(transport, 'intake.unpack', { stagedId: id, name }),
    deliver: onBatch,
    finished: onFinished,
    known: known ?? new Map(),
    batch: BATCH,
  }
}

function keptIntake(transport: Transport, name: string, acts: FileIntakeActs): FileIntake {
  const kept = KEPT.get(transport) ?? new Map<string, FileIntake>()
  KEPT.set(transport, kept)
  const intake = kept.get(name) ?? new FileIntake(acts)
  kept.set(name, intake)
  return intake
}

export function useFileIntake(props: FileDropProps): { readonly intake: FileIntake; readonly state: IntakeState } {
  const transport = useTransport()
  const acts = actsOf(transport, props)
  const [own] = useState(() => new FileIntake(acts))
  const intake = props.keptAs === undefined ? own : keptIntake(transport, props.keptAs, acts)
  // what the parent does with a file is always what it would do now
  intake.acts = acts
  const state = useSyncExternalStore(intake.subscribe, intake.state)
  return { intake, state }
}
