import type { Subject, SubjectReport } from './report.ts'
export const start: Subject = { name: 'start', title: 'start', async run(): Promise<SubjectReport> { return { findings: [], notes: [], skipped: ['x'] } } }
