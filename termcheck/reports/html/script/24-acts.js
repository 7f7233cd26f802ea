// What an editor can do with an issue: copy it, take its permanent link, accept it with a reason.

/** Put a button into the acts of a card or a choice. */
function act(place, label, run) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.textContent = label;
  button.addEventListener("click", () => run(button));
  place.append(button);
  return button;
}

/** Copy a text, and say so on the button for a moment. */
async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByHand(text);
  }
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = label), 1500);
}

/** Copy in a browser that keeps the clipboard from pages opened as files. */
function copyByHand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  (document.querySelector("dialog[open]") || document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/** An issue as a line of text, for a mail. */
function asText(article, card) {
  const parts = [".kind", ".context", ".change", ".why", ".decided"].map((name) => card.querySelector(name));
  const told = parts.filter(Boolean).map((part) => part.textContent.replace(/\s+/g, " ").replace("→ becomes", "→").trim());
  const place = card.getAttribute("aria-label")?.replace(/^\w+, /, "") || card.querySelector(".place")?.textContent || "";
  return [`${article.dataset.path}, ${place}`, ...told].join("\n");
}

onDocument((article) => {
  for (const card of article.querySelectorAll(".card, .choice")) {
    const acts = card.querySelector(".acts");
    if (card.dataset.status !== "accepted") act(acts, "Accept…", () => askReason(article, card)).classList.add("accept");
    act(acts, "Copy", (button) => copy(asText(article, card), button));
    if (card.id) act(acts, "Link", (button) => copy(linkTo(card), button));
  }
});

function linkTo(card) {
  const url = new URL(location.href);
  url.hash = card.id;
  history.replaceState(null, "", url);
  return url.href;
}
