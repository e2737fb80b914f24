// The least a site of reports needs, as in the Hugo site beside this: a page a report, lists by place, year and kind.
export default function (config) {
  config.setInputDirectory("content");
  config.setIncludesDirectory("../_includes");
  config.addGlobalData("layout", "report.njk");
  for (const key of ["place", "year", "kind"]) {
    config.addCollection(key + "s", (api) => {
      const groups = new Map();
      for (const item of api.getAll()) {
        if (item.data[key] === undefined) continue;
        const name = String(item.data[key]);
        if (!groups.has(name)) groups.set(name, []);
        groups.get(name).push(item);
      }
      return [...groups].map(([name, items]) => ({ name, items }));
    });
  }
  config.addCollection("reports", (api) => api.getAll().filter((item) => item.data.place !== undefined));
  for (const [key, path] of [["places", "places"], ["years", "years"], ["kinds", "kinds"]]) {
    config.addTemplate(`${path}.njk`, `{% for item in group.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>\n{% endfor %}`, {
      pagination: { data: `collections.${key}`, size: 1, alias: "group" },
      permalink: (data) => `/${path}/${data.group.name}/index.html`,
      layout: "list.njk",
      eleventyExcludeFromCollections: true,
    });
  }
  config.addTemplate("home.njk", `{% for item in collections.reports.slice(0, 50) %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>\n{% endfor %}`, {
    permalink: "/index.html",
    layout: "list.njk",
    eleventyExcludeFromCollections: true,
  });
}
