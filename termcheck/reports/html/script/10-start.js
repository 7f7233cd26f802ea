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

/** What calls `run` once nothing was typed for a moment. */
function afterTyping(run) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 80);
  };
}

/** What this browser keeps under a name; null for nothing, and where it keeps nothing for files. */
function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keep a text under a name; a browser that keeps nothing for files has it as long as the page. */
function keep(name, text) {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Nothing is lost but what the next visit would have had.
  }
}

addEventListener("DOMContentLoaded", () => document.querySelectorAll("article.document").forEach(prepare));
