// axe on each page of a list, narrow and light; prints "axe, rule, page" in three columns.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const [base, cookie, list] = process.argv.slice(2);
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await puppeteer.launch({ executablePath: process.env.TRELLIS_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage();
await page.setBypassCSP(true);
await page.setViewport({ width: 320, height: 800 });
if (cookie) await page.setExtraHTTPHeaders({ cookie });
for (const url of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
  await page.goto(base + url, { waitUntil: 'load' });
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }));
  for (const { id } of violations) console.log(`axe\t${id}\t${url}`);
}
await browser.close();
