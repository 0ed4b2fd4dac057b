export * from '../../shared/catalogue/vocabulary-labels.ts'
