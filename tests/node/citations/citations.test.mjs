// The citation files, read by parsers that know nothing of this project, say the same as the report's own data; the references on
// the page are those that citeproc prints from the very same CSL item.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Cite, logger, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { base, buildSite, reportsOf } from './site.mjs';

let reports;
let site;
const warnings = [];

before(() => {
  site = buildSite();
  reports = reportsOf(site);
  for (const level of ['warn', 'error']) logger[level] = (...parts) => warnings.push(parts.join(' '));
});

const expected = ({ data }, item) => {
  assert.equal(item.type, 'report');
  assert.equal(item.title, data.title);
  assert.match(item.author[0].literal ?? item.author[0].family, /人民政府$/);
  assert.equal(item.URL, base + data.url.slice(1));
  assert.equal(item.language, 'zh-CN');
  assert.deepEqual(item.issued['date-parts'][0], data.date ? data.date.split('-').map(Number) : [data.year]);
};

const read = (text) => {
  warnings.length = 0;
  const items = new Cite(text, { generateGraph: false }).data;
  assert.deepEqual(warnings, []);
  return items;
};

for (const name of ['cite.bib', 'cite.ris', 'cite.csl.json']) {
  test(`${name} of every report is read without a warning and keeps every field`, () => {
    assert.ok(reports.length >= 13);
    for (const report of reports) {
      const items = read(report.file(name));
      assert.equal(items.length, 1);
      expected(report, items[0]);
      if (report.data.concepts.length > 0) assert.ok(items[0].keyword.includes(report.data.concepts[0].label) || items[0].keyword.length > 0);
    }
  });
}

test('the three forms say the same of a report', () => {
  for (const report of reports) {
    const [bib, ris, csl] = ['cite.bib', 'cite.ris', 'cite.csl.json'].map((name) => read(report.file(name))[0]);
    for (const item of [bib, ris]) {
      assert.equal(item.title, csl.title);
      assert.equal(item.author[0].family, csl.author[0].literal);
      assert.equal(item.note, csl.note);
      assert.equal(item.keyword.replaceAll(', ', ','), csl.keyword.replaceAll(', ', ','));
    }
  }
});

test('the links of a concept hold its files', () => {
  const page = readFileSync(join(site, 'c/si-jian-si-zeng/index.html'), 'utf8');
  const links = [...page.matchAll(/href="data:[^,"]+,([^"]*)" data-file="(\w+)"/g)];
  assert.deepEqual(links.map(([, , form]) => form), ['bib', 'ris', 'csl']);
  for (const [, data] of links) {
    const items = read(decodeURIComponent(data));
    assert.equal(items.length, 1);
    assert.match(items[0].title, /四减四增/);
    assert.equal(items[0].URL, `${base}c/si-jian-si-zeng/`);
  }
});

test('a list of reports is read as a whole', () => {
  for (const name of ['reports.bib', 'reports.ris', 'reports.csl.json']) {
    const items = read(readFileSync(join(site, 'c/si-jian-si-zeng', name), 'utf8'));
    const { reports: using } = JSON.parse(readFileSync(join(site, 'c/si-jian-si-zeng/data.json'), 'utf8'));
    assert.equal(items.length, using.length);
  }
});

test('the APA reference on the page is the one citeproc prints', () => {
  const style = plugins.config.get('@csl').styles;
  assert.ok(style.has('apa'));
  for (const report of reports) {
    const printed = new Cite(report.file('cite.csl.json')).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim();
    const page = report.file('index.html').replace(/<[^>]+>/g, '');
    assert.ok(page.includes(printed), printed);
  }
});
