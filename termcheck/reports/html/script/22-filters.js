// What narrows the issues of a document: severity, rule, speaker, status, and words to search for.

onDocument((article) => {
  const form = article.querySelector("form.filters");
  if (!form) return;
  form.hidden = false;
  const passages = [...article.querySelectorAll(".text .passage")];
  const cards = [...article.querySelectorAll(".text .card")];
  const none = article.querySelector(".text .none");

  function wanted(card, levels, words) {
    const { severity, rule, speaker, status } = card.dataset;
    const settled = card.classList.contains("settled");
    const field = form.elements;
    return (
      levels.has(severity) &&
      (!field.rule.value || field.rule.value === rule) &&
      (!field.speaker?.value || field.speaker.value === speaker) &&
      (!field.status.value || field.status.value === status || (field.status.value === "accepted" && settled)) &&
      (!words || has(card, words) || has(card.closest(".passage"), words))
    );
  }

  function apply() {
    const boxes = form.querySelectorAll('[name="severity"]');
    const levels = new Set([...boxes].filter((box) => box.checked).map((box) => box.value));
    for (const level of ["error", "warning", "suggestion"]) {
      if (![...boxes].some((box) => box.value === level)) levels.add(level);
    }
    const words = form.elements.search.value.trim().toLowerCase();
    let shown = 0;
    const visible = new Set();
    for (const card of cards) {
      card.hidden = !wanted(card, levels, words);
      if (card.hidden) continue;
      shown += 1;
      visible.add(idOf(card));
    }
    for (const mark of article.querySelectorAll(".text mark[data-c]")) {
      mark.classList.toggle("off", !mark.dataset.c.split(" ").some((id) => visible.has(id)) && !mark.matches(".doubtful"));
    }
    const narrow = form.elements.only.checked;
    let left = passages.length || cards.length;
    for (const passage of passages) {
      const bare = narrow && !passage.querySelector(".card:not([hidden])");
      passage.hidden = bare || (!!words && !has(passage, words));
      if (passage.hidden) left -= 1;
    }
    if (none) none.hidden = left > 0;
    form.querySelector(".shown").textContent = `${shown} of ${cards.length} issues`;
    highlight(words ? passages.filter((passage) => !passage.hidden) : [], words);
  }

  form.addEventListener("input", afterTyping(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.next.addEventListener("click", () => walk(article, 1));
  form.elements.previous.addEventListener("click", () => walk(article, -1));
  article.addEventListener("termcheck:settled", apply);
  article.querySelector(".glance").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    const field = link && form.elements[link.dataset.filter];
    if (!field) return;
    for (const other of [form.elements.rule, form.elements.speaker]) if (other) other.value = "";
    field.value = link.dataset.value;
    apply();
  });
  apply();
});

function has(element, words) {
  return !!element && element.textContent.toLowerCase().includes(words);
}

/** Mark the words that are searched for, where the browser can without touching the text. */
function highlight(elements, words) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  const ranges = [];
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
