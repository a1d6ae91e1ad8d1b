// Anybody, not signed in: scans the code on a certificate.
import type { Page } from '@playwright/test'
import { expect, open } from '../../support/browser'
import { openPdf, qrOf, textOf } from '../../templates/reading'

/** What a certificate's paper says, and the address that a camera reads from it. */
export async function readsCertificate(pdf: Buffer) {
  const text = await textOf(pdf)
  const number = /证书编号(.+?号)/.exec(text)?.[1] ?? null
  return { text, number, address: await qrOf(await openPdf(pdf), 1) }
}

export async function verifies(page: Page, address: string, name: string) {
  await open(page, address)
  await expect(page.getByRole('heading', { level: 1, name: '证书有效' })).toBeVisible()
  await expect(page.getByText(name, { exact: true })).toBeVisible()
}

export async function verifiesInEnglish(page: Page) {
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The certificate is valid' })).toBeVisible()
}

/** Somebody holds the paper's file against what was issued: it is the same to the last byte, and a changed one is not. */
export async function comparesFile(page: Page, pdf: Buffer) {
  const file = (buffer: Buffer) => ({ name: '结业证书.pdf', mimeType: 'application/pdf', buffer })
  await page.locator('input[type="file"]').setInputFiles(file(pdf))
  await expect(page.getByText('文件与发证时一字不差')).toBeVisible()
  await page.locator('input[type="file"]').setInputFiles(file(Buffer.concat([pdf, Buffer.from('\n')])))
  await expect(page.getByText(/文件与发证时的不同/)).toBeVisible()
}
