/** Which page of the help belongs to which screen. */

/** A first part of an address that has its page under another name, or under its own. */
const TOPIC_OF: Readonly<Record<string, string>> = {
  '': 'home',
  cases: 'cases',
  people: 'people',
  settings: 'settings',
  certificates: 'certificates',
  verify: 'verify',
  statistics: 'statistics',
  ledger: 'ledger',
  evaluation: 'evaluation',
  'annual-report': 'annual-report',
  transfers: 'transfers',
  accountability: 'archives',
  disclosures: 'disclosures',
  board: 'board',
  audit: 'audit',
  rules: 'rules',
  catalogue: 'catalogue',
  benchmarks: 'benchmarks',
  laws: 'laws',
  about: 'about',
  help: 'overview',
}

/** @param tab the tab of a case that is shown, where a case is */
export function topicOf(location: string, tab?: string): string {
  const [first = '', second, third] = location.split('/').filter((part) => part !== '')
  if (first === 'cases' && second !== undefined) {
    if (second === 'new' || third === 'edit') return 'register'
    const shown = tab ?? third
    return shown === undefined || shown === 'overview' ? 'case' : shown
  }
  return TOPIC_OF[first] ?? 'overview'
}
