// All files of this folder are one module, in the order of their names: strict, and with no names outside it. A document
// of the report may be put on the page long after it was opened: what a file does to a document it does in a function
// that it gives to `onDocument`.

const documentHooks = [];

/** Have `run(article)` called once for every document, when it is on the page. */
function onDocument(run) {
  documentHooks.push(run);
}

/** Tell the hooks of a document that was put on the page. */
function prepare(article) {
  for (const run of documentHooks) run(article);
}

addEventListener("DOMContentLoaded", () => document.querySelectorAll("article.document").forEach(prepare));
