// node person-names.mjs FAKER_DIR > persons.tsv: given names and surnames of @faker-js/faker, which keeps them in JavaScript.
import { pathToFileURL } from 'node:url';

const { allLocales } = await import(pathToFileURL(`${process.argv[2]}/dist/index.js`));
const strings = value => Array.isArray(value) ? value.filter(v => typeof v === 'string') : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
for (const [locale, { person }] of Object.entries(allLocales).sort()) {
  for (const [kind, names] of [['given', person?.first_name], ['surname', person?.last_name]]) {
    for (const name of [...new Set(strings(names))].sort()) console.log(`${locale}\t${kind}\t${name}`);
  }
}
