// The structured data of every page, read by an independent JSON-LD processor.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import jsonld from 'jsonld';
import { base, buildSite, reportsOf } from './site.mjs';

const schema = 'https://schema.org/';
let site;
let reports;

before(() => {
  site = buildSite();
  reports = reportsOf(site);
});

// schema.org's context maps every term to its own vocabulary; the tests need no network for that.
const documentLoader = async (url) => {
  assert.equal(url, 'https://schema.org');
  return { document: { '@context': { '@vocab': schema, id: '@id', type: '@type' } }, documentUrl: url, contextUrl: null };
};

const dataOf = (html) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);
const value = (node, name) => node[schema + name]?.[0]?.['@value'];

test('every report is a Report with its author, day, coverage and collection', async () => {
  assert.ok(reports.length >= 13);
  for (const report of reports) {
    const [node] = await jsonld.expand(dataOf(report.file('index.html')), { documentLoader });
    assert.deepEqual(node['@type'], [`${schema}Report`]);
    assert.equal(node['@id'], base + report.data.url.slice(1));
    assert.equal(value(node, 'name'), report.data.title);
    assert.equal(value(node, 'inLanguage'), 'zh-CN');
    assert.equal(value(node, 'datePublished') ?? null, report.data.date);
    assert.equal(value(node[`${schema}spatialCoverage`][0], 'identifier'), report.data.place.code);
    assert.match(value(node[`${schema}author`][0], 'name'), /人民政府$/);
    assert.equal(node[`${schema}isBasedOn`].length, report.data.sources.length);
    assert.equal(value(node[`${schema}isPartOf`][0], 'url'), base);
    for (const term of node[`${schema}about`] ?? []) assert.deepEqual(term['@type'], [`${schema}DefinedTerm`]);
  }
});

test('structured data turns into RDF without loss', async () => {
  for (const report of reports) {
    const quads = await jsonld.toRDF(dataOf(report.file('index.html')), { documentLoader, format: 'application/n-quads' });
    assert.ok(quads.includes(`<${schema}name> "${report.data.title}"`), report.data.title);
  }
});

test('a concept is a DefinedTerm of the archive’s set', async () => {
  const html = readFileSync(join(site, 'c/si-jian-si-zeng/index.html'), 'utf8');
  const [node] = await jsonld.expand(dataOf(html), { documentLoader });
  assert.deepEqual(node['@type'], [`${schema}DefinedTerm`]);
  assert.equal(value(node, 'name'), '四减四增');
  assert.equal(node[`${schema}inDefinedTermSet`][0]['@id'], `${base}c/`);
});
