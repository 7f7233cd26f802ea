// The two languages: what answers what, shown where one points, taps or steps; rows with issues alone.

onDocument((article) => {
  const section = article.querySelector(".languages");
  const tools = section?.querySelector(".tools");
  if (!tools) return;
  const table = section.querySelector("table.two");
  const output = tools.querySelector("output");
  const [back, on] = tools.querySelectorAll("button");
  tools.hidden = false;
  let lit = [];
  let held = null;

  /** Light up a piece with all that has its number in its row; nothing for null. */
  function light(piece) {
    for (const one of lit) one.classList.remove("lit");
    lit = piece ? [...piece.closest("tbody").querySelectorAll(`b[data-l="${piece.dataset.l}"]`)] : [];
    for (const one of lit) one.classList.add("lit");
  }

  function hold(piece) {
    held = piece;
    light(piece);
    output.textContent = piece ? said() : "";
  }

  /** The pieces that are lit, those of the source first, each once. */
  function said() {
    const sides = ["td", "td + td"].map((side) => lit.filter((one) => one.closest("td").matches(side)));
    const [one, other] = [sides[0].filter((piece) => !sides[1].includes(piece)), sides[1]];
    return [one, other].map((side) => [...new Set(side.map((piece) => piece.textContent))].join(", ")).join(" ↔ ");
  }

  /** The first piece of each link that can be seen, in the order of the rows. */
  function links() {
    const found = new Map();
    let row = 0;
    for (const body of table.tBodies) {
      row += 1;
      if (body.offsetParent === null) continue;
      for (const piece of body.querySelectorAll("b[data-l]")) {
        const key = `${row} ${piece.dataset.l}`;
        if (!found.has(key)) found.set(key, piece);
      }
    }
    return [...found.values()];
  }

  function step(by) {
    const all = links();
    if (!all.length) return;
    const first = held && [...held.closest("tbody").querySelectorAll(`b[data-l="${held.dataset.l}"]`)][0];
    const at = all.indexOf(first);
    const below = all.findIndex((piece) => piece.getBoundingClientRect().top > 120);
    const next = at >= 0 ? at + by : by > 0 ? below : below - 1;
    const piece = all[(next + all.length) % all.length];
    hold(piece);
    piece.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  /** Frame what an issue of a row is about; nothing for null. */
  function frame(issue) {
    for (const mark of table.querySelectorAll("mark.on")) mark.classList.remove("on");
    const marks = issue?.closest("tbody").querySelectorAll(`mark[data-c~="${CSS.escape(issue.dataset.c)}"]`);
    for (const mark of marks || []) mark.classList.add("on");
  }

  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));
  tools.querySelector("input").addEventListener("change", (event) => table.classList.toggle("hits", event.target.checked));
  table.addEventListener("pointerover", (event) => {
    light(event.target.closest("b[data-l]") || held);
    frame(event.target.closest(".told li"));
  });
  table.addEventListener("pointerleave", () => {
    light(held);
    frame(null);
  });
  table.addEventListener("focusin", (event) => frame(event.target.closest(".told li")));
  table.addEventListener("click", (event) => hold(event.target.closest("b[data-l]")));
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold(null);
  });
});
