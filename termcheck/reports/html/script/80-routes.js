// The address says which document is on the page, and where in it. Documents of an index lie in the page as text, and
// are put on it when they are first opened; from then on they stay, out of sight while another is read.

const index = document.querySelector(".index");
let indexAt = 0; // how far the index was scrolled when it was left

/** The document of a slug, on the page; null where there is none. */
function documentOf(slug) {
  const there = document.getElementById(slug);
  if (there?.matches("article.document")) return there;
  const text = document.querySelector(`script[data-document="${CSS.escape(slug)}"]`);
  if (!text) return null;
  const holder = document.createElement("template");
  holder.innerHTML = text.textContent;
  const article = holder.content.firstElementChild;
  text.remove();
  document.getElementById("main").append(article);
  prepare(article);
  return article;
}

/** Show one document, or the index where there is none. */
function show(article) {
  if (index && !index.matches(".away") && article) indexAt = scrollY;
  index?.classList.toggle("away", !!article);
  const title = article?.querySelector("h1").textContent;
  document.title = title ? `${title} · Style report` : "Style report";
  if (!index) return;
  for (const one of document.querySelectorAll("article.document")) one.hidden = one !== article;
}

/** Open what an element is folded into, and put back the filters that hide it. */
function reveal(target) {
  for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
  const article = target.closest("article.document");
  const form = article?.querySelector("form.filters");
  for (const loosen of [() => form.reset(), () => (form.elements.status.value = "")]) {
    if (!form || !target.closest(".passage[hidden], .card[hidden]")) return;
    loosen();
    article.dispatchEvent(new Event("termcheck:settled"));
  }
}

function arrive(target) {
  reveal(target);
  if (!target.matches("a, button, input, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

function wanted() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

/** Go where the address says. */
function go() {
  const name = wanted();
  const article = documentOf(name.split(/[-/]/, 1)[0]);
  const target = name && document.getElementById(name);
  const notice = document.querySelector(".nowhere");
  notice.hidden = !name || !!target;
  notice.textContent = `There is nothing at “${name}” in this report. It may have been mended since the link was made.`;
  if (index || article) show(article);
  if (target && target !== article) arrive(target);
  else if (article && index) arrive(article.querySelector("h1"));
  else if (index && !article) scrollTo(0, name ? 0 : indexAt);
}

addEventListener("hashchange", go);
addEventListener("DOMContentLoaded", () => location.hash && go());
