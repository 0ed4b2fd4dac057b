import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { workWhenIdle } from '../../../src/main/core/idle-work.ts'
import { createEchoHost } from '../loopback/echo-host.ts'

const SHORT = 5

it('work ahead of time waits until somebody has signed in, and is done once', async () => {
  let times = 0
  let tell: () => void = () => undefined
  const done = new Promise<void>((resolve) => (tell = resolve))
  const work = async (): Promise<void> => {
    times += 1
    tell()
  }
  const host = workWhenIdle(createEchoHost(), work, () => undefined, SHORT)
  const caller = host.connect()
  await host.dispatch('station.status', {}, caller)
  await wait(SHORT * 10)
  expect(times).toBe(0)
  await host.dispatch('session.signIn', {}, caller)
  await done
  await host.dispatch('cases.list', {}, caller)
  await wait(SHORT * 10)
  expect(times).toBe(1)
})

it('a failure of it is told to the log and to nobody else', async () => {
  const line = new Promise<string>((resolve) => {
    const host = workWhenIdle(createEchoHost(), () => Promise.reject(new Error('no font')), resolve, SHORT)
    void host.dispatch('session.signIn', {}, host.connect())
  })
  expect(await line).toContain('no font')
})

it('closing the host takes it back', async () => {
  let times = 0
  const host = workWhenIdle(createEchoHost(), async () => void (times += 1), () => undefined, SHORT)
  await host.dispatch('session.signIn', {}, host.connect())
  await host.close()
  await wait(SHORT * 10)
  expect(times).toBe(0)
})
