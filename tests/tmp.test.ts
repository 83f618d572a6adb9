import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readWorkbook } from '#data/import/read-workbook.ts';
import { expectations, readToEnd } from './data/import/fixtures.ts';
test('x', async () => {
  for (const [name, e] of expectations) {
    const bytes = new Uint8Array(readFileSync('tests/fixtures/apple-codes/' + name));
    const t = performance.now();
    const read = await readWorkbook(bytes, name);
    const t1 = performance.now();
    const r = readToEnd(read);
    const t2 = performance.now();
    if ('problem' in r) console.log(name, e.outcome, JSON.stringify(r.problem));
    else console.log(name, e.outcome, e.accepted, r.rows.filter(x=>x.outcome==='value' && !x.duplicateOf).length, (t1-t).toFixed(), (t2-t1).toFixed(), JSON.stringify(r.file.skipped), read.ok ? [read.value.encoding, read.value.separator]:'', r.file.sheets.map(s=>[s.name,s.kind,s.headerRow,s.needsMapping,s.columns.map(c=>c.heading+'→'+c.field+'='+c.sample).join(';'),JSON.stringify(s.metadata)].join(' ')).join('\n   '), JSON.stringify(r.rows.filter(x=>x.outcome!=='value'||x.notes.length||x.duplicateOf)));
  }
});
