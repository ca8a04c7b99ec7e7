import { expect, test } from 'vitest'
import { WalkGate } from '../../../src/snapshot/upload/walk-gate.ts'

/** Lets everything that can go on do so. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

test('directories wait while the listed ones hold too much, and the newest goes first', async () => {
  const gate = new WalkGate(100, 10)
  const passed: string[] = []
  const enter = async (name: string) => {
    await gate.enter()
    passed.push(name)
  }
  await enter('root')
  gate.hold(100)
  const waiting = [enter('older'), enter('newer')]
  await settle()
  expect(passed).toEqual(['root'])
  gate.rest()
  await settle()
  expect(passed).toEqual(['root', 'newer'])
  gate.rest()
  await Promise.all(waiting)
  expect(passed).toEqual(['root', 'newer', 'older'])
})

test('one directory always passes when nobody is at work, however much is held', async () => {
  const gate = new WalkGate(10, 10)
  await gate.enter()
  gate.hold(1_000_000)
  let hasPassed = false
  const next = gate.enter().then(() => {
    hasPassed = true
  })
  await settle()
  expect(hasPassed).toBe(false)
  gate.rest()
  await next
  expect(hasPassed).toBe(true)
})

test('at most the given number of directories is at work', async () => {
  const gate = new WalkGate(1000, 2)
  let inside = 0
  const all = Array.from({ length: 5 }, async () => {
    await gate.enter()
    gate.hold(0)
    inside++
  })
  await settle()
  expect(inside).toBe(2)
  gate.rest()
  await settle()
  expect(inside).toBe(3)
  for (let i = 0; i < 4; i++) gate.rest()
  await Promise.all(all)
})

test('a directory waits until it is known how many entries the one before it has', async () => {
  const gate = new WalkGate(100, 10)
  await gate.enter()
  let hasPassed = false
  const next = gate.enter().then(() => {
    hasPassed = true
  })
  await settle()
  expect(hasPassed).toBe(false)
  gate.hold(99)
  await next
  expect(hasPassed).toBe(true)
  const last = gate.enter()
  gate.hold(1)
  let hasLastPassed = false
  void last.then(() => {
    hasLastPassed = true
  })
  await settle()
  expect(hasLastPassed).toBe(false)
  gate.drop(1)
  await last
})
