// Sentences of results further down are read once a reader comes near them: each report costs a few kilobytes.
import { fillResult } from './view.js';

/** Distance from the window's edge, as CSS has it, at which reading begins. */
const MARGIN = '200px';

/**
 * Fills results in as they come into view.
 * @param {HTMLElement} list Where they are drawn.
 * @param {import('./index.js').SearchAnswer} answer
 * @param {import('./view.js').PageLinks} links
 * @param {AbortSignal} signal Ends the waiting.
 * @param {(error: unknown) => void} failed
 */
export function fillInView(list, answer, links, signal, failed) {
  const numbers = new Map(answer.results.map(({ id }, i) => [id, i]));
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const number = numbers.get(target.getAttribute('data-waiting') ?? '');
      if (!isIntersecting || number === undefined) continue;
      observer.unobserve(target);
      answer.page(number, 1, signal).then(([result]) => {
        if (!signal.aborted) fillResult(target, result, links);
      }).catch((error) => {
        if (!signal.aborted) failed(error);
      });
    }
  }, { rootMargin: MARGIN });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const article of list.querySelectorAll('[data-waiting]')) observer.observe(article);
}
