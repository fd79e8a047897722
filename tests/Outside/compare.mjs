// Compares what the scanners found with the reviewed list. Findings: tool, what, where; baseline: the same three, where the third is a
// pattern, and the reason. What is in no line of the list is new and fails; what is in the list and was not found is said, so that the list stays short.
import { readFileSync } from 'node:fs';

const [findings, baseline] = process.argv.slice(2).map(file => readFileSync(file, 'utf8').split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split('\t')));
const known = baseline.map(([tool, what, where, why]) => {
  if (!why) throw new Error(`No reason is given for ${tool}, ${what}.`);
  return { tool, what, where: new RegExp(`^(?:${where})$`), why, times: 0 };
});
const fresh = findings.filter(([tool, said, where]) => {
  const what = said.replace(/(\.AspNetCore\.[A-Za-z]+)\.\S+/, '$1'); // what follows is another one in each folder
  const reviewed = known.find(one => one.tool === tool && one.what === what && one.where.test(where));
  if (reviewed) reviewed.times++;
  return !reviewed;
});
for (const { tool, what, where, why, times } of known) console.log(`${times ? `reviewed, ${times}` : 'not found any more'}: ${tool}, ${what}, ${where.source}: ${why}`);
for (const finding of fresh) console.log(`NEW: ${finding.join(', ')}`);
console.log(`${findings.length} findings, ${fresh.length} new`);
process.exit(fresh.length ? 1 : 0);
