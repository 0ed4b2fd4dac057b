/** Fields of enforcement (执法领域) in which the invented cases play. */
import type { World } from './world.ts'
import { ECOLOGY, TRAINING, LAND, MEDICAL, CONSTRUCTION, ADVERTISING } from './worlds-of-premises.ts'
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
]
