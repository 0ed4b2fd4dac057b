/** Which address shows which screen. Screens are loaded when they are first opened. */
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { ScreenBoundary } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { UsableWhenRead } from './usable.tsx'

function screen<Module, Props>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: pick(await load()) }))
}

const Home = screen(
  () => import('../home/home.tsx'),
  (module) => module.Home,
)
const CaseList = screen(
  () => import('../cases/case-list.tsx'),
  (module) => module.CaseList,
)
const RegisterCase = screen(
  () => import('../cases/register-case.tsx'),
  (module) => module.RegisterCase,
)
const EditCase = screen(
  () => import('../cases/edit-case.tsx'),
  (module) => module.EditCase,
)
const CaseWorkspace = screen(
  () => import('../workspace/case-workspace.tsx'),
  (module) => module.CaseWorkspace,
)
const CaseLink = screen(
  () => import('../workspace/case-link.tsx'),
  (module) => module.CaseLink,
)
const PeoplePage = screen(
  () => import('../people/people-page.tsx'),
  (module) => module.PeoplePage,
)
const SettingsPage = screen(
  () => import('../station/settings-page.tsx'),
  (module) => module.SettingsPage,
)
const CertificatesPage = screen(
  () => import('../signing/certificates-page.tsx'),
  (module) => module.CertificatesPage,
)
const VerificationPage = screen(
  () => import('../verification/verification-page.tsx'),
  (module) => module.VerificationPage,
)
const AuditPage = screen(
  () => import('../audit/audit-page.tsx'),
  (module) => module.AuditPage,
)
const BoardPage = screen(
  () => import('../deadlines/board-page.tsx'),
  (module) => module.BoardPage,
)
const StatisticsPage = screen(
  () => import('../statistics/statistics-page.tsx'),
  (module) => module.StatisticsPage,
)
const EvaluationPage = screen(
  () => import('../evaluation/evaluation-page.tsx'),
  (module) => module.EvaluationPage,
)
const EvaluationView = screen(
  () => import('../evaluation/evaluation-view.tsx'),
  (module) => module.EvaluationView,
)
const ScoringPage = screen(
  () => import('../evaluation/scoring-page.tsx'),
  (module) => module.ScoringPage,
)
const AnnualReportPage = screen(
  () => import('../annual-report/annual-report-page.tsx'),
  (module) => module.AnnualReportPage,
)
const LedgerPage = screen(
  () => import('../ledger/ledger-page.tsx'),
  (module) => module.LedgerPage,
)
const LedgerImport = screen(
  () => import('../ledger/import-page.tsx'),
  (module) => module.ImportPage,
)
const RulesPage = screen(
  () => import('../prereview/rules-page.tsx'),
  (module) => module.RulesPage,
)
const CataloguePage = screen(
  () => import('../catalogue/catalogue-page.tsx'),
  (module) => module.CataloguePage,
)
const LawsPage = screen(
  () => import('../laws/laws-page.tsx'),
  (module) => module.LawsPage,
)
const LawReader = screen(
  () => import('../laws/law-reader.tsx'),
  (module) => module.LawReader,
)
const LawComparison = screen(
  () => import('../laws/law-comparison.tsx'),
  (module) => module.LawComparisonPage,
)
const BenchmarksPage = screen(
  () => import('../discretion/benchmarks-page.tsx'),
  (module) => module.BenchmarksPage,
)
const DisclosuresPage = screen(
  () => import('../disclosure/disclosures-page.tsx'),
  (module) => module.DisclosuresPage,
)
const TransfersPage = screen(
  () => import('../transfer/transfers-page.tsx'),
  (module) => module.TransfersPage,
)
const AccountabilityPage = screen(
  () => import('../accountability/accountability-page.tsx'),
  (module) => module.AccountabilityPage,
)
const AboutPage = screen(
  () => import('../about/about-page.tsx'),
  (module) => module.AboutPage,
)
const HelpPage = screen(
  () => import('../help/help-page.tsx'),
  (module) => module.HelpPage,
)

function NotFound(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const action = <Button onClick={() => navigate('/')}>{t('app:toHome')}</Button>
  return (
    <Page title={t('app:notFound')}>
      <Empty title={t('app:notFound')} hint={t('app:notFoundHint')} action={action} />
    </Page>
  )
}

function Loading(): ReactNode {
  return (
    <div className="fs-page">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}

export function Screens(): ReactNode {
  const [location] = useLocation()
  return (
    <ScreenBoundary key={location.split('/')[1] ?? ''}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/cases" component={CaseList} />
          <Route path="/cases/new" component={RegisterCase} />
          <Route path="/cases/:id/edit">{({ id }) => <EditCase key={id} caseId={id} />}</Route>
          <Route path="/cases/:id">{({ id }) => <CaseWorkspace key={id} caseId={id} />}</Route>
          <Route path="/cases/:id/:tab/:question?">{(params) => <CaseLink {...params} />}</Route>
          <Route path="/people" component={PeoplePage} />
          <Route path="/settings" component={SettingsPage} />
          <Route path="/board" component={BoardPage} />
          <Route path="/statistics" component={StatisticsPage} />
          <Route path="/ledger" component={LedgerPage} />
          <Route path="/ledger/import" component={LedgerImport} />
          <Route path="/evaluation" component={EvaluationPage} />
          <Route path="/evaluation/:id">{({ id }) => <EvaluationView key={id} evaluationId={id} />}</Route>
          <Route path="/evaluation/:id/:caseId">{({ id, caseId }) => <ScoringPage key={caseId} evaluationId={id} caseId={caseId} />}</Route>
          <Route path="/annual-report" component={AnnualReportPage} />
          <Route path="/certificates" component={CertificatesPage} />
          <Route path="/verify" component={VerificationPage} />
          <Route path="/audit" component={AuditPage} />
          <Route path="/rules" component={RulesPage} />
          <Route path="/catalogue" component={CataloguePage} />
          <Route path="/benchmarks" component={BenchmarksPage} />
          <Route path="/laws" component={LawsPage} />
          <Route path="/laws/:law/compare/:left/:right">{(params) => <LawComparison {...params} />}</Route>
          <Route path="/laws/:law">{({ law }) => <LawReader law={law} />}</Route>
          <Route path="/laws/:law/:version">{({ law, version }) => <LawReader law={law} version={version} />}</Route>
          <Route path="/laws/:law/:version/:article">{(params) => <LawReader {...params} />}</Route>
          <Route path="/transfers" component={TransfersPage} />
          <Route path="/disclosures" component={DisclosuresPage} />
          <Route path="/accountability" component={AccountabilityPage} />
          <Route path="/about" component={AboutPage} />
          <Route path="/help">{() => <HelpPage />}</Route>
          <Route path="/help/:topic">{({ topic }) => <HelpPage topic={topic} />}</Route>
          <Route component={NotFound} />
        </Switch>
        <UsableWhenRead />
      </Suspense>
    </ScreenBoundary>
  )
}
