// html-validate on each file of a folder; prints "html-validate, rule, page" in three columns.
import { readFileSync, readdirSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const [folder] = process.argv.slice(2);
const pages = readFileSync(`${folder}/pages`, 'utf8').split('\n');
const rules = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));
for (const file of readdirSync(`${folder}/html`).sort()) {
  const { results } = await rules.validateFile(`${folder}/html/${file}`);
  for (const { ruleId, line, message } of results.flatMap(result => result.messages)) console.log(`html-validate\t${ruleId}\t${pages[parseInt(file) - 1]}\t${line}: ${message}`);
}
