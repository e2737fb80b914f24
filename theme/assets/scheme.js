// Runs before the page is drawn, so that a reader who chose light or dark never sees the other flash by.
try {
  const scheme = localStorage.getItem('scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch { /* Storage is off: the system's scheme holds. */ }
