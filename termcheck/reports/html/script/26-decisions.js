// Decisions: issues accepted in the page, each with its reason. They are kept in this browser, and leave it only as a
// text that the editor copies or downloads: entries of termcheck-accepted.yaml.

const decisions = new Map(); // by the entry without its reason: {entry, reason, date}
const shelf = `termcheck:${document.documentElement.dataset.report || location.pathname}`;

/** Take the decisions that this browser keeps, if it keeps any, in the place of those in hand. */
function recall() {
  try {
    const known = new Map(JSON.parse(kept(shelf)) ?? decisions);
    decisions.clear();
    for (const [key, value] of known) decisions.set(key, value);
  } catch {
    // Nothing readable.
  }
}

/** The entries of a card or a choice, which may stand for several issues. */
function entriesOf(card) {
  return card.dataset.entry.split(/^(?=- )/m);
}

/** A decision as lines of YAML: a JSON string is one in YAML too. */
function written({ entry, reason, date }) {
  return `${entry.trimEnd()}\n  reason: ${JSON.stringify(reason)}\n  date: "${date}"\n`;
}

function exported() {
  return [...decisions.values()].map(written).sort().join("\n");
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Ask why an issue is right as it stands; all of the same rule and text may be meant. */
function askReason(article, card) {
  const dialog = document.getElementById("reason-dialog");
  const alike = alikeIn(article, card);
  const all = dialog.querySelector(".alike");
  all.hidden = alike.length < 2;
  all.querySelector("input").checked = false;
  all.querySelector("span").textContent = `all ${alike.length} of this rule at these words in the document`;
  dialog.querySelector(".what").textContent = asText(article, card).split("\n").slice(1).join(" · ");
  dialog.onclose = () => {
    const reason = dialog.querySelector('[name="reason"]').value.trim().replace(/\s+/g, " ");
    if (dialog.returnValue !== "accept" || !reason) return card.focus();
    settle(article, all.querySelector("input").checked ? alike : [card], reason);
    card.focus();
  };
  dialog.returnValue = "";
  dialog.showModal();
  dialog.querySelector('[name="reason"]').select();
}

function alikeIn(article, card) {
  const key = (one) => one.dataset.entry.split("\n").filter((line) => /^(- rule|  text):/.test(line)).join("\n");
  if (!card.matches(".card")) return [card];
  return [...article.querySelectorAll(".card")].filter((one) => one.dataset.status === "open" && key(one) === key(card));
}

function settle(article, cards, reason) {
  for (const card of cards) {
    for (const entry of entriesOf(card)) decisions.set(entry, { entry, reason, date: today() });
  }
  decided();
}

function reopen(card) {
  for (const entry of entriesOf(card)) decisions.delete(entry);
  decided();
  card.focus();
}

function decided() {
  keep(shelf, JSON.stringify([...decisions]));
  document.querySelectorAll("article.document").forEach(showDecisions);
  const tray = document.querySelector(".tray");
  if (!tray) return;
  tray.hidden = decisions.size === 0;
  tray.querySelector(".number").textContent = decisions.size === 1 ? "1 decision" : `${decisions.size} decisions`;
}

/** Show on the cards of a document what was decided in this page. */
function showDecisions(article) {
  for (const card of article.querySelectorAll(".card[data-entry], .choice[data-entry]")) {
    const decision = entriesOf(card).every((entry) => decisions.has(entry)) && decisions.get(entriesOf(card)[0]);
    card.classList.toggle("settled", !!decision);
    card.querySelector(".decided.here")?.remove();
    const button = card.querySelector(".accept");
    if (button) button.hidden = !!decision;
    if (decision) card.querySelector(".acts").before(settledLine(card, decision));
  }
  article.dispatchEvent(new Event("termcheck:settled"));
}

function settledLine(card, { reason }) {
  const line = document.createElement("p");
  line.className = "decided here";
  line.append(Object.assign(document.createElement("b"), { textContent: "Accepted: " }), `${reason} `);
  act(line, "Undo", () => reopen(card));
  return line;
}

onDocument(showDecisions);
recall();

// Another window of the report, or another page of it, may have decided meanwhile: what it keeps would be lost here.
function catchUp() {
  recall();
  decided();
}

addEventListener("storage", ({ key }) => key === shelf && catchUp());
addEventListener("pageshow", ({ persisted }) => persisted && catchUp());

addEventListener("DOMContentLoaded", () => {
  const dialog = document.getElementById("export-dialog");
  const area = dialog.querySelector("textarea");
  document.querySelector(".tray button").addEventListener("click", () => {
    area.value = exported();
    dialog.showModal();
  });
  dialog.querySelector('[name="copy"]').addEventListener("click", (event) => copy(area.value, event.target));
  dialog.querySelector('[name="download"]').addEventListener("click", () => download("termcheck-decisions.yaml", area.value));
  dialog.querySelector('[name="clear"]').addEventListener("click", () => {
    decisions.clear();
    decided();
    dialog.close();
  });
  decided();
});

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
