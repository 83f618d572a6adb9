import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFiles } from './all.ts';

// Writes the corpus anew: `node tests/factories/corpus/write.ts`. What it no longer makes goes.

const folder = join(import.meta.dirname, '../../fixtures/import');
const files = corpusFiles();

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
