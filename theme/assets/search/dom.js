// Makes elements. Text is only ever text: nothing that was typed or read becomes markup.

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: any) => void)>} attributes `on…` take a function; `undefined` and `false` are left out.
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * A text with some of it marked.
 * @param {string} text
 * @param {[number, number][]} marks Offset and length, ascending.
 * @returns {(Node | string)[]}
 */
export function marked(text, marks) {
  const nodes = [];
  let at = 0;
  for (const [start, length] of marks) {
    nodes.push(text.slice(at, start), el('mark', {}, text.slice(start, start + length)));
    at = start + length;
  }
  return [...nodes, text.slice(at)];
}
