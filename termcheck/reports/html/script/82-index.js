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

/** The issues that the page holds as lists, in words; `at` is the number of the document. */
function allIssues({ severities, rules, figures, speakers, issues }) {
  return issues.map(([at, severity, rule, figure, speaker, id, line, message]) => ({
    at, severity: severities[severity], rule: rules[rule], figure: figures[figure], speaker: speakers[speaker],
    id, line, message,
  }));
}

/** What the fields of the filters ask for, as two questions: of a row, and of an issue. */
function asked(form) {
  const field = form.elements;
  const boxes = [...field.severity];
  const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const [rule, speaker] = [field.rule.value, field.speaker?.value ?? ""];
  const [name, words] = [field.document, field.words].map((input) => input.value.trim().toLowerCase());
  return {
    narrow: levels.size < boxes.length || !!rule || !!speaker || !!words,
    row: (row) => !name || row.cells[0].textContent.toLowerCase().includes(name),
    issue: (one) =>
      levels.has(one.severity) &&
      (!rule || one.rule === rule) &&
      (!speaker || one.speaker === speaker) &&
      (!words || one.message.toLowerCase().includes(words)),
  };
}

/** Write the figures of the shown documents, and their sums; `counts` has those of each row by their names. */
function writeFigures(rows, foot, counts, shown) {
  const cells = [...foot.querySelectorAll("[data-figure]")];
  const sums = cells.map(() => 0);
  rows.forEach((row, number) => {
    if (!shown[number]) return;
    const none = row.querySelector(".unread") ? "" : 0;
    const own = row.querySelectorAll("td.n");
    cells.forEach(({ dataset }, n) => {
      const found = counts[number][dataset.figure] ?? 0;
      own[n].textContent = found || none;
      sums[n] += found;
    });
  });
  cells.forEach((cell, n) => (cell.textContent = sums[n]));
}

/** An issue as an item of the list. */
function listed({ severity, rule, figure, id, line, message }, row) {
  const item = document.createElement("li");
  const place = document.createElement("span");
  const link = row.cells[0].querySelector("a").cloneNode(true);
  if (id) link.href = `${link.getAttribute("href")}/${id}`;
  link.append(`, line ${line}`);
  const badge = document.createElement("span");
  badge.className = `badge ${figure === "accepted" ? "good" : severity}`;
  badge.textContent = { doubtful: "not sure", accepted: "accepted" }[figure] ?? severity;
  place.className = "where";
  place.append(badge, link, Object.assign(document.createElement("span"), { className: "quiet", textContent: rule }));
  item.append(place, message);
  return item;
}

function startIndex() {
  const table = index.querySelector("table.documents");
  const rows = [...table.tBodies[0].rows]; // in the order of their numbers, whatever order they are shown in
  const issues = allIssues(JSON.parse(document.getElementById("all-issues").textContent));
  const form = index.querySelector("form.filters");
  const found = index.querySelector(".found");
  const [list, more] = [found.querySelector("ol"), found.querySelector("button")];
  const status = found.querySelector("select");
  let waiting = [];

  function extend() {
    const next = waiting.splice(0, MORE);
    list.append(...next.map((issue) => listed(issue, rows[issue.at])));
    more.hidden = waiting.length === 0;
  }

  function apply() {
    const { narrow, row, issue } = asked(form);
    const counts = rows.map(() => ({}));
    const left = issues.filter(issue);
    for (const { at, figure } of left) counts[at][figure] = (counts[at][figure] ?? 0) + 1;
    const shown = rows.map((one, number) => row(one) && (!narrow || Object.keys(counts[number]).length > 0));
    rows.forEach((one, number) => (one.hidden = !shown[number]));
    writeFigures(rows, table.tFoot, counts, shown);
    const asks = status.value === "open" ? ["error", "warning", "suggestion"] : [status.value];
    waiting = left.filter((one) => shown[one.at] && (!status.value || asks.includes(one.figure)));
    found.querySelector("output").textContent = waiting.length === 1 ? "1 issue" : `${waiting.length} issues`;
    form.querySelector(".shown").textContent = `${shown.filter(Boolean).length} of ${rows.length} documents shown`;
    list.replaceChildren();
    extend();
  }

  form.hidden = found.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const place of [form, status]) place.addEventListener("input", afterTyping(apply));
  more.addEventListener("click", () => {
    const at = list.children.length;
    extend();
    list.children[at]?.querySelector("a").focus();
  });
  sortable(table);
  apply();
}

addEventListener("DOMContentLoaded", () => index?.querySelector("table.documents") && startIndex());
