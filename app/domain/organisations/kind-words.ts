import type { OrganisationKind } from './organisation'

const chinese: Record<OrganisationKind, string> = {
  city: '市',
  county: '区县教育局',
  township: '乡镇',
  unit: '单位',
  agency: '委办局',
}

const english: Record<OrganisationKind, string> = {
  city: 'City',
  county: 'County bureau',
  township: 'Township',
  unit: 'Unit',
  agency: 'Agency',
}

export const kindWords = { 'zh-CN': chinese, en: english }
