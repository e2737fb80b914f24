// On a page that only says where another one is now: the reader's fragment goes along, or where its own redirect says.
const link = document.getElementById('moved');
const own = JSON.parse(link.dataset.anchors ?? '{}')[location.hash];
location.replace(own ?? link.href + (link.hash ? '' : location.hash));
