// Small conveniences for every page; all of it works without them.

/** Light, dark or as the system says; remembered on this device. */
function schemeButton() {
  const root = document.documentElement;
  const names = { auto: '跟随系统', light: '浅色', dark: '深色' };
  const signs = { auto: '◐', light: '○', dark: '●' };
  const order = ['auto', 'light', 'dark'];
  let scheme = localStorage.getItem('scheme') ?? 'auto';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'scheme';
  const apply = () => {
    if (scheme === 'auto') delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    button.textContent = signs[scheme];
    button.title = button.ariaLabel = `配色：${names[scheme]}`;
  };
  button.addEventListener('click', () => {
    scheme = order[(order.indexOf(scheme) + 1) % order.length];
    localStorage.setItem('scheme', scheme);
    apply();
  });
  apply();
  document.querySelector('.find')?.append(button);
}

/** Marks the section being read in the table of contents. */
function followContents() {
  const links = new Map([...document.querySelectorAll('.toc a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  if (links.size === 0) return;
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current = null;
  const update = () => {
    const line = innerHeight * 0.25;
    let passed = null;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > line) break;
      passed = heading;
    }
    const link = passed && links.get(passed.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
    const toc = link?.closest('.toc');
    if (toc && toc.scrollHeight > toc.clientHeight) toc.scrollTo({ top: link.offsetTop - toc.clientHeight / 2 });
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; update(); });
  }, { passive: true });
  update();
}

/** The slash key goes to the search field, as on most sites that have one. */
function slashToSearch() {
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const field = document.querySelector('main input[type="search"]') ?? document.querySelector('input[type="search"]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Marks what was searched for where a search result led here. */
function markHits() {
  const query = new URLSearchParams(location.search).get('hl');
  if (query) import('./search/highlight.js').then(({ highlight }) => highlight(query));
}

schemeButton();
followContents();
slashToSearch();
markHits();
