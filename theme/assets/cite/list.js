// The references of many reports at once, put together from the files beside them: for search results and long lists.

const atOnce = 6;

/** The citation file of all reports at `pages` (addresses that end with a slash): `bib`, `ris` or `csl`. */
export async function citations(pages, form) {
  const extension = { bib: '.bib', ris: '.ris', csl: '.csl.json' }[form];
  const texts = new Array(pages.length);
  let next = 0;
  const work = async () => {
    while (next < pages.length) {
      const at = next++;
      const answer = await fetch(`${pages[at]}cite${extension}`);
      if (!answer.ok) throw new Error(`${pages[at]}: ${answer.status}`);
      texts[at] = await answer.text();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, pages.length) }, work));
  return form === 'csl' ? `${JSON.stringify(texts.flatMap((text) => JSON.parse(text)), null, 2)}\n` : texts.join(form === 'bib' ? '\n' : '');
}

/** Buttons that download the references of the reports at the addresses that `pages()` promises when one is chosen. */
export function listButtons(pages, name = 'references') {
  const bar = document.createElement('span');
  bar.className = 'cite-list';
  for (const [form, label, extension] of [['bib', 'BibTeX', '.bib'], ['ris', 'RIS', '.ris'], ['csl', 'CSL-JSON', '.csl.json']]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.ariaLabel = `下载题录 ${label}`;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([await citations(await pages(), form)], { type: 'text/plain' }));
        link.download = name + extension;
        link.click();
        URL.revokeObjectURL(link.href);
      } finally {
        button.disabled = false;
      }
    });
    bar.append(button);
  }
  return bar;
}
