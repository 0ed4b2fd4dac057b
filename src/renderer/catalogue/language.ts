import { defineLanguage } from '../language/define-language.ts'

export const words = defineLanguage({ title: '' }, { title: '' })
