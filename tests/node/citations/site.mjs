// Builds the archive once for the tests of this folder, with the program that the build made.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(repository, 'src/ReportArchive.Cli/bin/Release/net10.0/report-archive.dll');

export const base = 'https://example.org/report-archive/';

/** The folder of the site; it goes with the process. */
export function buildSite() {
  if (!existsSync(program)) throw new Error('build the solution first: dotnet build -c Release');
  const folder = mkdtempSync(join(tmpdir(), 'report-archive-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  execFileSync('dotnet', [program, 'build', '--quiet', '--input', join(repository, 'input'), '--output', site, '--base-url', base], { stdio: ['ignore', 'ignore', 'inherit'] });
  return site;
}

/** Every report's folder, with its data. */
export function reportsOf(site) {
  return readdirSync(join(site, 'r'), { recursive: true })
    .filter((path) => /^\d+[\\/]\d{4}[\\/](gwr|plan|budget)[\\/]data\.json$/.test(path))
    .map((path) => join(site, 'r', path, '..'))
    .map((folder) => ({ folder, data: JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8')), file: (name) => readFileSync(join(folder, name), 'utf8') }));
}
