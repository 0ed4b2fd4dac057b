/** Clean cases by seed, and defects put into them. */
import { CaseEdit, cleanStory, NotPlantable, write, type GeneratedCase } from './case.ts'
import { laterBy } from './days.ts'
import type { Plant } from './plants/plant.ts'
import { randomOf } from './random.ts'
import { CALENDAR } from './read.ts'
import type { Story } from './story.ts'
import { WORLDS } from './worlds.ts'

const LATER = laterBy(CALENDAR)

/** The clean case number `index` of the seed; the worlds take turns. */
export function cleanCase(seed: number, index: number): GeneratedCase {
  return write(cleanStory(seed * 10_000 + index, CALENDAR, WORLDS[index % WORLDS.length]))
}

/** The case with the defects in it, in their order; null where one does not fit. */
export function planted(plants: readonly Plant[], story: Story): GeneratedCase | null {
  const { file = 'penalty' } = story.world
  if (plants.some(({ files = ['penalty'], fits }) => !files.includes(file) || fits?.(story) === false)) return null
  const randomFor = ({ ruleId, about = '' }: Plant) => randomOf(story.seed).fork(`${ruleId} ${about}`)
  try {
    const told = plants.reduce((before, plant) => plant.story?.(before, LATER, randomFor(plant)) ?? before, story)
    return plants.reduce((before, plant) => {
      if (plant.papers === undefined) return before
      const edit = new CaseEdit(before, randomFor(plant))
      plant.papers(edit, before.story)
      return edit.done()
    }, write(told))
  } catch (error) {
    if (error instanceof NotPlantable) return null
    throw error
  }
}
