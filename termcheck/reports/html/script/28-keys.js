// Keys: j and k walk through the issues. They can be switched off, for whoever speaks to the computer.

const switchedOff = "termcheck:keys-off";

function keysWanted() {
  return kept(switchedOff) !== "yes";
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysWanted()) return;
  const article = currentDocument();
  const card = document.activeElement?.closest?.(".card, .choice");
  const keys = {
    j: () => article && walk(article, 1),
    k: () => article && walk(article, -1),
    a: () => card?.querySelector(".accept:not([hidden])")?.click(),
    c: () => [...(card?.querySelectorAll(".acts button") || [])].find((button) => button.textContent === "Copy")?.click(),
    o: () => card?.querySelector("details.more")?.toggleAttribute("open"),
    "/": () => article?.querySelector('.filters [name="search"]')?.focus(),
    "?": () => document.getElementById("keys-dialog").showModal(),
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector('#keys-dialog [name="keys"]');
  box.checked = keysWanted();
  box.addEventListener("change", () => keep(switchedOff, box.checked ? "no" : "yes"));
});

onDocument((article) => {
  for (const button of article.querySelectorAll("[data-opens]")) {
    button.closest("[hidden]").hidden = false;
    button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
  }
});
