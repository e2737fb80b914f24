// The search page: what is typed becomes an address, the address a search, the search a list. The state is the address alone,
// so that going back, sharing and citing work by themselves.
import { listButtons } from '../cite/list.js';
import { el } from './dom.js';
import { withoutFilters } from './filters.js';
import { openIndex } from './index.js';
import { fillInView } from './sentences.js';
import { PAGE, addressOf, readState } from './state.js';
import { suggest } from './suggest.js';
import { fileName, readAll, saveTable } from './table.js';
import { drawBeginning, drawChips, drawFacets, drawFault, drawResults, faultOf, statusOf } from './view.js';

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE = 120;

/** Milliseconds before titles are shown without their sentences: sooner they would only flicker. */
const PATIENCE = 150;

/** Results whose sentences are read at once: about as many as a window shows. */
const EAGER = 5;

/** Concepts are counted unasked where that takes no more bytes than this. */
const CHEAP_CONCEPTS = 24 << 10;

/** Concepts offered before anything is typed. */
const OFFERED = 16;

/** @type {Record<string, string>} */
const SORTS = { relevance: '相关度', year: '时间', place: '地方' };

class SearchPage {
  /**
   * @param {HTMLElement} app
   * @param {HTMLFormElement} form
   */
  constructor(app, form) {
    this.root = new URL(app.dataset.root ?? '../', location.href);
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
    this.state = readState();
    this.run = 0;
    this.stop = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    /** @type {Promise<import('./index.js').SearchIndex> | undefined} */
    this.opening = undefined;
    /** @type {import('./view.js').PageLinks} */
    this.links = {
      report: (url, anchor) => {
        const words = withoutFilters(this.state.q);
        const mark = anchor && words ? `?hl=${encodeURIComponent(words)}` : '';
        return new URL(url.slice(1), this.root).href + mark + (anchor ? `#${anchor}` : '');
      },
      plain: (url, anchor) => new URL(url.slice(1), this.root).href + (anchor ? `#${anchor}` : ''),
      search: (query) => addressOf({ ...this.state, q: query, count: PAGE }),
    };
    this.status = el('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
    this.chips = el('p', { class: 'search-chips' });
    this.tools = el('div', { class: 'search-tools' });
    this.facets = el('aside', { class: 'search-facets', 'aria-label': '缩小范围' });
    this.results = el('div', { class: 'search-results' });
    const facetBox = el('details', { class: 'search-narrow' }, el('summary', {}, '缩小范围'), this.facets);
    facetBox.open = matchMedia('(min-width: 60rem)').matches;
    app.replaceChildren(this.status, this.chips, this.tools, el('div', { class: 'search-body' }, facetBox, this.results));
    this.#listen(app, form);
    this.#show();
  }

  /**
   * @param {HTMLElement} app
   * @param {HTMLFormElement} form
   */
  #listen(app, form) {
    this.input.addEventListener('input', (event) => {
      // While a word is being composed in an input method, its letters are not the query yet.
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#typed();
    });
    this.input.addEventListener('compositionend', () => this.#typed());
    this.input.addEventListener('focus', () => this.#open().then((index) => index.warm(), () => {}), { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.pause);
      this.#go({ ...this.state, q: this.input.value.trim(), count: PAGE }, 'push');
    });
    addEventListener('popstate', () => {
      clearTimeout(this.pause);
      this.state = readState();
      this.#show();
    });
    app.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-query]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
      event.preventDefault();
      this.#go({ ...this.state, q: link.getAttribute('data-query') ?? '', count: PAGE }, 'push');
      this.status.scrollIntoView({ block: 'nearest' });
    });
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  #typed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#go({ ...this.state, q: this.input.value.trim(), count: PAGE }, 'replace'), PAUSE);
  }

  /**
   * Down and up walk from the field through the results and back; Escape returns to the field.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = /** @type {HTMLElement[]} */ ([...this.results.querySelectorAll('a[data-result]')]);
    const at = links.findIndex((link) => link.closest('.result')?.contains(document.activeElement));
    const inField = document.activeElement === this.input;
    if (event.key === 'Escape' && at >= 0) this.input.focus();
    else if (event.key === 'ArrowDown' && (inField || (at >= 0 && at + 1 < links.length))) links[inField ? 0 : at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1].focus();
    else if (event.key === 'ArrowUp' && at === 0) this.input.focus();
    else return;
    event.preventDefault();
  }

  /**
   * @param {import('./state.js').State} state
   * @param {'push' | 'replace'} how
   */
  #go(state, how) {
    const address = addressOf(state);
    const same = address === addressOf(this.state);
    this.state = state;
    if (!same || how === 'push') history[how === 'push' && !same ? 'pushState' : 'replaceState'](null, '', address);
    this.#show();
  }

  #open() {
    this.opening ??= openIndex(new URL('search/', this.root));
    this.opening.catch(() => { this.opening = undefined; });
    return this.opening;
  }

  /** Shows what the address says. Whatever an earlier search still finds is thrown away. */
  async #show() {
    const run = ++this.run;
    this.stop.abort();
    this.stop = new AbortController();
    const { signal } = this.stop;
    if (document.activeElement !== this.input || this.input.value.trim() !== this.state.q) this.input.value = this.state.q;
    document.title = document.title.replace(/^(.*? · )?检索/, this.state.q ? `${this.state.q} · 检索` : '检索');
    this.chips.replaceChildren(...drawChips(this.state.q, this.links));
    if (!this.state.q) {
      this.status.textContent = '';
      this.#clear();
      await this.#begin(run);
      return;
    }
    this.results.setAttribute('aria-busy', 'true');
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let titles;
    try {
      const index = await this.#open();
      const { sort, exact, count, group } = this.state;
      const answer = await index.search(this.state.q, {
        limit: count, sort, exact, eager: EAGER, signal,
        onTitles: (early) => {
          clearTimeout(titles);
          titles = setTimeout(() => {
            if (run !== this.run) return;
            this.status.textContent = `${early.exact ? '' : '约 '}${early.total.toLocaleString('zh-CN')} 篇报告，正在${early.exact ? '读取' : '核对'}原文……`;
            this.results.replaceChildren(...drawResults(early.results, [], group, this.links));
          }, PATIENCE);
        },
      });
      if (run === this.run) this.#draw(answer, index);
    } catch (error) {
      if (run === this.run && !signal.aborted) this.#fail(error);
    } finally {
      clearTimeout(titles);
      if (run === this.run) this.results.removeAttribute('aria-busy');
    }
  }

  /**
   * What stands there before anything is typed.
   * @param {number} run
   */
  async #begin(run) {
    try {
      const index = await this.#open();
      const concepts = index.conceptBytes > 0 ? await index.commonConcepts(OFFERED) : [];
      if (run === this.run) this.results.replaceChildren(drawBeginning(index.reports, concepts, this.links));
    } catch (error) {
      if (run === this.run) this.#fail(error);
    }
  }

  #clear() {
    this.results.removeAttribute('aria-busy');
    this.tools.replaceChildren();
    this.facets.replaceChildren();
    this.results.replaceChildren();
    this.facets.parentElement?.toggleAttribute('hidden', true);
  }

  /**
   * @param {import('./index.js').SearchAnswer} answer
   * @param {import('./index.js').SearchIndex} index
   */
  #draw(answer, index) {
    const phrases = answer.resolved.clauses.filter((clause) => !clause.not).flatMap((clause) => clause.phrases);
    const focused = document.activeElement?.closest('.result') ? document.activeElement.getAttribute('href') : null;
    this.status.textContent = statusOf(answer);
    if (answer.total === 0) {
      this.#clear();
      this.#drawSuggestions(answer, index);
      return;
    }
    this.#drawTools(answer, index);
    this.facets.parentElement?.toggleAttribute('hidden', false);
    this.facets.replaceChildren(...drawFacets(answer, this.state.q, this.links, () => answer.conceptFacet(this.stop.signal), index.conceptBytes <= CHEAP_CONCEPTS));
    const more = answer.total > answer.results.length && el('button', { type: 'button', class: 'search-more', onclick: () => this.#go({ ...this.state, count: this.state.count + PAGE }, 'replace') }, `再显示 ${Math.min(PAGE, answer.total - answer.results.length)} 篇`);
    this.results.replaceChildren(...drawResults(answer.results, phrases, this.state.group, this.links), ...(more ? [more] : []));
    fillInView(this.results, answer, this.links, this.stop.signal, (error) => this.#fail(error));
    if (focused) /** @type {HTMLElement | null} */ (this.results.querySelector(`a[href="${CSS.escape(focused)}"]`))?.focus();
  }

  /**
   * @param {import('./index.js').SearchAnswer} answer
   * @param {import('./index.js').SearchIndex} index
   */
  #drawTools(answer, index) {
    const sorts = Object.entries(SORTS).map(([value, name]) => el('option', { value, selected: value === this.state.sort }, name));
    const select = el('select', { onchange: () => this.#go({ ...this.state, sort: /** @type {import('./state.js').State['sort']} */ (select.value), count: PAGE }, 'push') }, ...sorts);
    /** @type {(name: string, key: 'group' | 'exact', title: string) => HTMLElement} */
    const box = (name, key, title) => {
      const input = el('input', { type: 'checkbox', checked: this.state[key], onchange: () => this.#go({ ...this.state, [key]: input.checked, count: PAGE }, 'push') });
      return el('label', { title }, input, ` ${name}`);
    };
    const table = el('button', { type: 'button', onclick: () => this.#download(answer, index, table) }, '下载表格');
    const references = listButtons(async () => (await this.#all(answer, index)).map((result) => new URL(result.url.slice(1), this.root).href), fileName(answer.query));
    this.tools.replaceChildren(el('label', {}, '排序 ', select), box('按地方归组', 'group', '把结果归到各市之下'), box('只查原词', 'exact', '不带提法的别名，也不带繁体、异体字'), el('span', { class: 'search-files' }, '题录 ', references, table));
  }

  /**
   * @param {import('./index.js').SearchAnswer} answer
   * @param {import('./index.js').SearchIndex} index
   */
  async #drawSuggestions(answer, index) {
    const run = this.run;
    const box = el('div', { class: 'search-none' }, el('p', {}, '没有一篇报告含有这些字句。检索逐字匹配，不猜测、不分词。'));
    this.results.replaceChildren(box);
    const found = await suggest(index, answer, this.stop.signal).catch(() => []);
    if (run !== this.run || found.length === 0) return;
    box.append(el('p', {}, '可以试试：'), el('ul', {}, ...found.map(({ label, query, total }) => el('li', {}, el('a', { href: this.links.search(query), 'data-query': query }, label), el('span', { class: 'count' }, ` ${total} 篇`)))));
  }

  /**
   * Every report found, not only those shown so far.
   * @param {import('./index.js').SearchAnswer} answer
   * @param {import('./index.js').SearchIndex} index
   * @param {(done: number, total: number) => void} [told] is told how far it has come
   */
  #all(answer, index, told) {
    return readAll(index, answer.query, { sort: this.state.sort, exact: this.state.exact, signal: this.stop.signal }, told);
  }

  /**
   * @param {import('./index.js').SearchAnswer} answer
   * @param {import('./index.js').SearchIndex} index
   * @param {HTMLButtonElement} button
   */
  async #download(answer, index, button) {
    const { signal } = this.stop;
    button.disabled = true;
    try {
      const results = await this.#all(answer, index, (done, total) => { button.textContent = `已读 ${done} / ${total} 篇`; });
      saveTable(results, this.links, answer.query);
      this.status.textContent = `表格已下载：${results.length} 篇报告。`;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      button.disabled = false;
      button.textContent = '下载表格';
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#clear();
    this.status.textContent = faultOf(error);
    this.opening = undefined;
    this.results.replaceChildren(drawFault(error, () => this.#show()));
  }
}

const app = document.getElementById('search-app');
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('search-form'));
if (app && form) new SearchPage(app, form);
