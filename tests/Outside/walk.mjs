// Follows links as one person does, one page of each kind and of each question asked there, and writes what the scanners are given:
// pages, html/*.html, and, leaving out the kinds that an earlier person had (a file that this one adds to): new-pages, and requests (address, tab, body).
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [base, cookie, folder, earlierFile, ...starts] = process.argv.slice(2);
const left = /^\/(sign-out|demo|letters\/stop|me\/leave|people\/end)/;
const isFile = /\.(csv|xlsx|json|ics)(\?|$)|\/(own|staff|public)-document\/|[?&]format=|\/me\/data\?/;

// The path without what names one thing, and one kind more for each question that is asked there.
const kindsOf = url => {
  const [path, asked] = url.split('?', 2);
  const stem = path.replace(/\/([0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=\/|$)/g, '/…')
    .replace(/^(\/(?:groups|services|premises|wards|localities|events|certificates|indicators|library|money\/by)\/)[^/.]+/, '$1…').replace(/(\/check-talk\/…\/)[^/]+/, '$1…');
  return [stem, ...(asked ? [...new Set(asked.split('&').map(pair => `${stem}?${pair.split('=')[0]}`))] : [])];
};
const decode = text => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const attribute = (tag, name) => decode((new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [])[1] ?? '');
const lines = list => list.map(line => line + '\n').join('');

mkdirSync(`${folder}/html`, { recursive: true });
const earlier = new Set(readFileSync(earlierFile, 'utf8').split('\n'));
const known = new Set();
const [waiting, pages, fresh, requests, questions] = [[], [], [], [], new Map()];

const isNew = kind => !earlier.has(kind) && earlier.add(kind) && appendFileSync(earlierFile, kind + '\n') === undefined;
// One request for all questions that a kind of page is asked.
const ask = url => {
  const [path, asked] = url.split('?', 2);
  const stem = kindsOf(path)[0];
  const so = questions.get(stem) ?? questions.set(stem, { path, asked: new Map() }).get(stem);
  asked.split('&').map(pair => pair.split('=', 2)).forEach(([key, value]) => so.asked.set(key, value ?? ''));
};
const want = url => {
  const unseen = kindsOf(url).filter(kind => !known.has(kind));
  if (!url.startsWith('/') || left.test(url) || !unseen.length) return;
  unseen.forEach(kind => known.add(kind));
  if (url.includes('?') && unseen.filter(kind => kind.includes('?')).filter(isNew).length) ask(url);
  if (!isFile.test(url)) waiting.push(url);
};
// What people leave empty and robots fill is left empty here, too: it would be thrown away.
const take = (page, tag, inside) => {
  const action = attribute(tag, 'action').split('#')[0] || page;
  const fields = [...inside.replace(/<div[^>]*aria-hidden="true"[\s\S]*?<\/div>/g, '').matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([field]) => [attribute(field, 'name'), attribute(field, 'value') || '1']).filter(([name]) => name && !/(^|\.)Ticket$/.test(name)); // without a ticket no answer counts as sent before
  const body = fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  if (!fields.length || left.test(action) || action.startsWith('/me?handler=End')) return; // there a scanner would end its own session
  if (attribute(tag, 'method') !== 'post') want(action.split('?')[0] + '?' + body);
  else if (fields.some(([name]) => name !== '__RequestVerificationToken') && isNew(`post ${kindsOf(action)[0]} ${fields.map(([name]) => name.replace(/\d+/g, '…'))}`)) requests.push(`${base}${action}\t${body}`);
};

starts.forEach(want);
while (waiting.length) {
  const url = waiting.shift();
  const answer = await fetch(base + url, { headers: { cookie } });
  if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
  const html = await answer.text();
  pages.push(url);
  if (isNew(kindsOf(url)[0]) || starts.includes(url)) fresh.push(url);
  writeFileSync(`${folder}/html/${String(pages.length).padStart(3, '0')}.html`, html);
  for (const [, link] of html.matchAll(/<a\s[^>]*?href="([^"#]*)/g)) want(decode(link).split('#')[0]);
  for (const [, tag, inside] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) take(url, tag, inside);
}
for (const { path, asked } of questions.values()) requests.push(`${base}${path}?${[...asked].map(pair => pair.join('=')).join('&')}`);
writeFileSync(`${folder}/pages`, lines(pages));
writeFileSync(`${folder}/new-pages`, lines(fresh));
writeFileSync(`${folder}/requests`, lines(requests));
console.log(`${pages.length} pages, ${fresh.length} of kinds that nobody had before; ${requests.length} requests with something to ask`);
