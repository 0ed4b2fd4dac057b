/** Fields of enforcement (执法领域) in which the invented cases play. */
import type { World } from './world.ts'
import {
  ENTERTAINMENT_LICENCE,
  FIREWORKS_LICENCE,
  FOOD_INSPECTION,
  PLANNING_LICENCE,
  WORKPLACE_INSPECTION,
} from './worlds-of-licence.ts'
import { ECOLOGY, TRAINING, LAND, MEDICAL, CONSTRUCTION, ADVERTISING, SAFETY_DUTY } from './worlds-of-premises.ts'
import { FOOD, PRODUCT, FIREWORKS, FREIGHT, SEED } from './worlds-of-trade.ts'

export const WORLDS: readonly World[] = [
  ECOLOGY,
  FOOD,
  PRODUCT,
  FIREWORKS,
  TRAINING,
  FREIGHT,
  LAND,
  MEDICAL,
  SEED,
  CONSTRUCTION,
  ADVERTISING,
  SAFETY_DUTY,
  FIREWORKS_LICENCE,
  PLANNING_LICENCE,
  ENTERTAINMENT_LICENCE,
  WORKPLACE_INSPECTION,
  FOOD_INSPECTION,
  // the same acts at another stage: a seizure that comes up for review, a penalty that is carried out by force
  { ...FOOD, id: 'food-seizure', file: 'measure' },
  { ...PRODUCT, id: 'product-seizure', file: 'measure' },
  { ...LAND, id: 'land-execution', file: 'execution' },
  { ...FOOD, id: 'food-court', file: 'court' },
]
