// What the search page shows is its address, and nothing beside it.

/** Results that are shown at first, and added each time. */
export const PAGE = 10;

/** Most results that are shown. */
const MOST = 500;

/** @typedef {{ q: string, sort: import('./index.js').SearchOrder, exact: boolean, group: boolean, count: number }} State */

/** @returns {State} */
export function readState() {
  const parameters = new URLSearchParams(location.search);
  const sort = parameters.get('sort') ?? '';
  return {
    q: parameters.get('q') ?? '',
    sort: sort === 'year' || sort === 'place' ? sort : 'relevance',
    exact: parameters.get('exact') === '1',
    group: parameters.get('group') === '1',
    count: Math.min(MOST, Math.max(PAGE, Number(parameters.get('n')) || PAGE)),
  };
}

/** @param {State} state */
export function addressOf(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set('q', state.q);
  if (state.sort !== 'relevance') parameters.set('sort', state.sort);
  if (state.exact) parameters.set('exact', '1');
  if (state.group) parameters.set('group', '1');
  if (state.count > PAGE) parameters.set('n', String(state.count));
  const text = parameters.toString();
  return text ? `?${text}` : location.pathname;
}
