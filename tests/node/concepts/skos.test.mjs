// The concepts as SKOS, read by an independent Turtle parser and an independent JSON-LD processor.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import { base, buildSite } from '../citations/site.mjs';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const dcterms = 'http://purl.org/dc/terms/';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
let site;
let whole;

/** Quads as lines that do not depend on how things without an address are named. */
const lines = (quads) => quads
  .map(({ subject, predicate, object }) => [subject, predicate, object].map((term) => (term.termType === 'BlankNode' ? '_' : `${term.value}${term.language ? `@${term.language}` : ''}${term.datatype && !term.language ? `^${term.datatype.value}` : ''}`)).join(' '))
  .sort();

const turtle = (file) => new Parser({ format: 'text/turtle' }).parse(readFileSync(join(site, file), 'utf8'));
const noNetwork = { documentLoader: async (url) => assert.fail(`asked for ${url}`) };
const fromJson = async (document) => new Parser({ format: 'N-Quads' }).parse(await jsonld.toRDF(document, { ...noNetwork, format: 'application/n-quads' }));
const slugs = () => readdirSync(join(site, 'c'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).filter((name) => name !== 'previews');
const skosOf = (slug) => JSON.parse(/<script type="application\/ld\+json" id="skos">(.*?)<\/script>/s.exec(readFileSync(join(site, 'c', slug, 'index.html'), 'utf8'))[1]);
const concept = (slug) => `${base}c/${slug}/`;
const objects = (slug, property) => whole.getObjects(concept(slug), property, null).map((term) => term.value);

before(() => {
  site = buildSite();
  whole = new Store(turtle('data/concepts.ttl'));
});

test('the scheme holds every concept with a page', () => {
  const concepts = whole.getSubjects(type, `${skos}Concept`, null).map((term) => term.value).sort();
  assert.deepEqual(concepts, slugs().map(concept).sort());
  for (const one of concepts) assert.equal(whole.countQuads(one, `${skos}inScheme`, `${base}c/`), 1);
});

test('Turtle and JSON-LD say the same of the whole scheme', async () => {
  const document = JSON.parse(readFileSync(join(site, 'data/concepts.jsonld'), 'utf8'));
  assert.deepEqual(lines(await fromJson(document)), lines(whole.getQuads()));
});

test('each concept says beside its page and within it what the scheme says of it', async () => {
  for (const slug of slugs()) {
    const own = turtle(`c/${slug}/skos.ttl`);
    const said = lines(own);
    assert.deepEqual(lines(await fromJson(skosOf(slug))), said, slug);
    const about = whole.getQuads(concept(slug), null, null, null);
    const notes = about.filter((quad) => quad.object.termType === 'BlankNode').flatMap((quad) => whole.getQuads(quad.object, null, null, null));
    assert.deepEqual(lines([...about, ...notes]), said, slug);
  }
});

test('labels, parts, sources and the first attestation are where the specification puts them', () => {
  assert.deepEqual(objects('liu-zhang-shi-dai-xin-da-juan', `${skos}prefLabel`), ['六张时代新答卷']);
  const source = objects('liu-zhang-shi-dai-xin-da-juan', `${dcterms}source`);
  assert.ok(source.some((address) => address.startsWith(`${base}r/370306/2023/gwr/#p`)), source.join());
  const [note] = whole.getObjects(concept('si-jian-si-zeng'), `${skos}historyNote`, null);
  const text = whole.getObjects(note, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', null)[0].value;
  assert.match(text, /^所收最早的用例见.*四减四增/);
  assert.match(whole.getObjects(note, `${dcterms}source`, null)[0].value, /\/r\/\d+\/\d{4}\/(gwr|plan|budget)\/#p\d+$/);
});

test('what is broader one way is narrower the other, and no concept is both related and broader', () => {
  const pairs = (property) => whole.getQuads(null, `${skos}${property}`, null, null).map((quad) => [quad.subject.value, quad.object.value]);
  const broader = pairs('broader');
  assert.ok(broader.length > 20, `${broader.length} pairs`);
  assert.deepEqual(pairs('narrower').map(([a, b]) => `${b} ${a}`).sort(), broader.map(([a, b]) => `${a} ${b}`).sort());
  const related = pairs('related').map(([a, b]) => `${a} ${b}`);
  assert.deepEqual(related.map((pair) => pair.split(' ').reverse().join(' ')).sort(), [...related].sort());
  assert.deepEqual(broader.filter(([a, b]) => related.includes(`${a} ${b}`)), []);
});

test('every relation leads to a concept of the scheme', () => {
  const known = new Set(whole.getSubjects(type, `${skos}Concept`, null).map((term) => term.value));
  for (const property of [`${skos}broader`, `${skos}narrower`, `${skos}related`, `${dcterms}isReplacedBy`, `${dcterms}replaces`]) {
    for (const { object } of whole.getQuads(null, property, null, null)) assert.ok(known.has(object.value), `${property} ${object.value}`);
  }
});
