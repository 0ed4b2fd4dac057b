/** The places of the application, and who has business there. */
import type { Role } from '../../shared/people/roles.ts'
import type { WordKey } from '../language/features.ts'
import { mayCall } from '../session/session.tsx'

export interface Place {
  readonly id: 'home' | 'cases' | 'board' | 'certificates' | 'verify' | 'catalogue' | 'laws' | 'benchmarks' | 'transfers' | 'accountability' | 'disclosures' | 'statistics' | 'ledger' | 'evaluation' | 'annualReport' | 'people' | 'audit' | 'rules' | 'settings' | 'help'
  readonly path: string
  readonly label: WordKey
  /** Stands at the end of the navigation. */
  readonly last: boolean
}

const ALL: readonly (Place & { readonly open: (roles: readonly Role[]) => boolean })[] = [
  { id: 'home', path: '/', label: 'app:nav.home', last: false, open: () => true },
  { id: 'cases', path: '/cases', label: 'app:nav.cases', last: false, open: () => true },
  {
    id: 'certificates',
    path: '/certificates',
    label: 'app:nav.certificates',
    last: false,
    open: (roles) => mayCall(roles, 'signing.importPkcs12') || mayCall(roles, 'signing.keepSeal'),
  },
  // what came later stands behind what is known by its number (Alt+1 …)
  { id: 'board', path: '/board', label: 'app:nav.board', last: false, open: (roles) => mayCall(roles, 'deadlines.board') },
  { id: 'transfers', path: '/transfers', label: 'app:nav.transfers', last: false, open: () => true },
  { id: 'disclosures', path: '/disclosures', label: 'app:nav.disclosures', last: false, open: () => true },
  { id: 'accountability', path: '/accountability', label: 'app:nav.accountability', last: false, open: () => true },
  { id: 'verify', path: '/verify', label: 'app:nav.verify', last: false, open: () => true },
  { id: 'catalogue', path: '/catalogue', label: 'app:nav.catalogue', last: false, open: () => true },
  { id: 'laws', path: '/laws', label: 'app:nav.laws', last: false, open: () => true },
  { id: 'benchmarks', path: '/benchmarks', label: 'app:nav.benchmarks', last: false, open: () => true },
  { id: 'ledger', path: '/ledger', label: 'app:nav.ledger', last: false, open: () => true },
  { id: 'statistics', path: '/statistics', label: 'app:nav.statistics', last: false, open: (roles) => mayCall(roles, 'statistics.get') },
  { id: 'evaluation', path: '/evaluation', label: 'app:nav.evaluation', last: false, open: (roles) => mayCall(roles, 'evaluation.standards') },
  { id: 'annualReport', path: '/annual-report', label: 'app:nav.annualReport', last: false, open: (roles) => mayCall(roles, 'annualReport.get') },
  { id: 'audit', path: '/audit', label: 'app:nav.audit', last: false, open: (roles) => mayCall(roles, 'audit.verify') },
  { id: 'rules', path: '/rules', label: 'app:nav.rules', last: false, open: (roles) => mayCall(roles, 'prereview.ruleUse') },
  { id: 'people', path: '/people', label: 'app:nav.people', last: false, open: () => true },
  { id: 'settings', path: '/settings', label: 'app:nav.settings', last: true, open: () => true },
  { id: 'help', path: '/help', label: 'app:nav.help', last: true, open: () => true },
]

export function placesFor(roles: readonly Role[]): readonly Place[] {
  return ALL.filter((place) => place.open(roles))
}

/** Whether a location lies in a place: `/cases/…` in Cases, and only `/` itself in Home. */
export function isIn(place: Place, location: string): boolean {
  return place.path === '/' ? location === '/' : location === place.path || location.startsWith(`${place.path}/`)
}
