// The index: documents in another order, fewer of them, and all their issues.

const MORE = 200; // issues of the list shown at a time

/** Have a table ordered by the column whose head is pressed; a second press turns the order round. */
function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells].filter((head) => head.scope);
  const order = new Intl.Collator("en", { numeric: true }).compare;
  const value = (row, at) => row.cells[at]?.textContent.replaceAll(",", "") ?? "";
  for (const [at, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.ariaSort = "none";
    button.addEventListener("click", () => {
      const up = head.ariaSort === "none" ? !head.matches(".n") : head.ariaSort === "descending";
      for (const one of heads) one.ariaSort = "none";
      head.ariaSort = up ? "ascending" : "descending";
      const rows = [...body.rows].sort((a, b) => order(value(a, at), value(b, at)) * (up ? 1 : -1));
      body.append(...rows);
    });
  }
}

/** What the fields of the filters ask for, as two questions: of a row, and of an issue. */
function asked(form, { severities, rules }) {
  const field = form.elements;
  const levels = new Set([...field.severity].filter((box) => box.checked).map((box) => severities.indexOf(box.value)));
  const rule = rules.indexOf(field.rule.value);
  const [name, words] = [field.document, field.words].map((input) => input.value.trim().toLowerCase());
  return {
    narrow: levels.size < severities.length || rule >= 0 || !!words,
    row: (row) => !name || row.cells[0].textContent.toLowerCase().includes(name),
    issue: (issue) =>
      levels.has(issue[1]) && (rule < 0 || issue[2] === rule) && (!words || issue[6].toLowerCase().includes(words)),
  };
}

/** Write the figures of the shown documents, and their sums. */
function count(rows, foot, counts, shown) {
  const sums = [0, 0, 0, 0, 0];
  rows.forEach((row, number) => {
    if (!shown[number]) return;
    const none = row.querySelector(".unread") ? "" : 0;
    [...row.querySelectorAll("td.n")].slice(0, -1).forEach((cell, figure) => {
      cell.textContent = counts[number][figure] || none;
      sums[figure] += counts[number][figure];
    });
  });
  [...foot.querySelectorAll("[data-figure]")].forEach((cell, figure) => (cell.textContent = sums[figure]));
}

/** An issue as an item of the list. */
function listed([document_, severity, rule, figure, id, line, message], row, { severities, rules, figures }) {
  const item = document.createElement("li");
  const place = document.createElement("span");
  const link = row.cells[0].querySelector("a").cloneNode(true);
  if (id) link.href = `${link.getAttribute("href")}/${id}`;
  link.append(`, line ${line}`);
  const badge = document.createElement("span");
  badge.className = `badge ${figures[figure] === "accepted" ? "good" : severities[severity]}`;
  badge.textContent = { doubtful: "not sure", accepted: "accepted" }[figures[figure]] ?? severities[severity];
  place.className = "where";
  place.append(badge, link, Object.assign(document.createElement("span"), { className: "quiet", textContent: rules[rule] }));
  item.append(place, message);
  return item;
}

function startIndex() {
  const table = index.querySelector("table.documents");
  const rows = [...table.tBodies[0].rows]; // in the order of their numbers, whatever order they are shown in
  const all = JSON.parse(document.getElementById("all-issues").textContent);
  const form = index.querySelector("form.filters");
  const found = index.querySelector(".found");
  const [list, more] = [found.querySelector("ol"), found.querySelector("button")];
  const status = found.querySelector("select");
  let waiting = [];

  function extend() {
    const next = waiting.splice(0, MORE);
    list.append(...next.map((issue) => listed(issue, rows[issue[0]], all)));
    more.hidden = waiting.length === 0;
  }

  function apply() {
    const { narrow, row, issue } = asked(form, all);
    const counts = rows.map(() => [0, 0, 0, 0, 0]);
    const kept = all.issues.filter(issue);
    for (const one of kept) counts[one[0]][one[3]] += 1;
    const shown = rows.map((one, number) => row(one) && (!narrow || counts[number].some(Boolean)));
    rows.forEach((one, number) => (one.hidden = !shown[number]));
    count(rows, table.tFoot, counts, shown);
    const figure = all.figures.indexOf(status.value);
    const open = (one) => (status.value === "open" ? one[3] < 3 : figure < 0 || one[3] === figure);
    waiting = kept.filter((one) => shown[one[0]] && open(one));
    found.querySelector("output").textContent = waiting.length === 1 ? "1 issue" : `${waiting.length} issues`;
    form.querySelector(".shown").textContent = `${shown.filter(Boolean).length} of ${rows.length} documents shown`;
    list.replaceChildren();
    extend();
  }

  let soon = 0;
  form.hidden = found.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const place of [form, status]) {
    place.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(apply, 80);
    });
  }
  more.addEventListener("click", () => {
    const at = list.children.length;
    extend();
    list.children[at]?.querySelector("a").focus();
  });
  sortable(table);
  apply();
}

addEventListener("DOMContentLoaded", () => index?.querySelector("table.documents") && startIndex());
