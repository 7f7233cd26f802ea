// Cards and marks: which issue is looked at, and the way from one to the next.

const CARD = ".card, .choice[id]"; // what tells an issue

/** The cards of a document that can be seen, in order. */
function shownCards(article) {
  return [...article.querySelectorAll(CARD)].filter((card) => !card.closest("[hidden]"));
}

/** The marks of a document by the ids of their issues. */
function marksById(article) {
  const found = new Map();
  for (const mark of article.querySelectorAll("mark[data-c]")) {
    for (const id of mark.dataset.c.split(" ")) found.set(id, [...(found.get(id) ?? []), mark]);
  }
  return found;
}

/** The id of a card within its document. */
function idOf(card) {
  return card.id.slice(card.id.indexOf("/") + 1);
}

/** Look at an issue: its card gets the focus, its place in the text a frame. */
function look(card) {
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Go `step` cards on from the one that is looked at, or to the first one below what is seen. */
function walk(article, step) {
  const cards = shownCards(article);
  if (!cards.length) return;
  const here = document.activeElement?.closest?.(CARD) || article.querySelector(".on[tabindex]");
  const at = cards.indexOf(here);
  look(cards[((at >= 0 ? at + step : belowTop(cards, step)) + cards.length) % cards.length]);
}

/** The first card below what is seen, or the one before it: only asked where none is looked at, for it is slow. */
function belowTop(cards, step) {
  const below = cards.findIndex((card) => card.getBoundingClientRect().top > 100);
  return step > 0 ? below : below - 1;
}

onDocument((article) => {
  let on = null;
  const marks = marksById(article);
  const marksOf = (card) => marks.get(idOf(card)) ?? [];
  const turnOn = (card) => {
    if (on === card) return;
    if (on) for (const one of [on, ...marksOf(on)]) one.classList.remove("on");
    on = card;
    if (on) for (const one of [on, ...marksOf(on)]) one.classList.add("on");
  };
  article.addEventListener("focusin", (event) => {
    const card = event.target.closest(CARD);
    if (card) turnOn(card);
  });
  article.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-c]");
    if (!mark) return;
    for (const id of mark.dataset.c.split(" ")) {
      const card = document.getElementById(`${article.id}/${id}`);
      if (card && !card.closest("[hidden]")) return look(card);
    }
  });
});

/** The document that is looked at: the one with the focus, else the first one on the page. */
function currentDocument() {
  return document.activeElement?.closest?.("article.document") || document.querySelector("article.document:not([hidden])");
}
