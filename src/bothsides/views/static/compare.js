"use strict";
(() => {
  const rows = [...document.querySelectorAll("tr.matter")];
  const form = document.getElementById("filters");
  const seek = document.getElementById("seek");
  const selects = [...form.querySelectorAll("select")];
  const plain = new Map(rows.map((row) => [row, row.textContent.toLowerCase().replace(/\s+/g, " ")]));

  const fits = (row) =>
    selects.every((select) => !select.value || row.dataset[select.dataset.filter].split(" ").includes(select.value)) &&
    seek.value.toLowerCase().split(/\s+/).every((word) => plain.get(row).includes(word));

  function filter() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      shown += row.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("section.matters")) {
      section.hidden = !section.querySelector("tr.matter:not([hidden])");
    }
    document.getElementById("nothing").hidden = shown > 0;
    document.getElementById("shown").value = `${shown} of ${rows.length} matters`;
  }

  // A permalink must lead to its row even if a filter hides it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest("tr.matter");
    if (row && row.hidden) {
      form.reset();
      filter();
      target.scrollIntoView();
    }
  }

  function step(by) {
    const shown = rows.filter((row) => !row.hidden);
    const here = shown.findIndex((row) => row.matches(":target") || row.querySelector(":target"));
    const next = shown[here < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, here + by))];
    if (next) location.hash = next.id;
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", reveal);
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); seek.focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  // All stretches of one claim light up together.
  const stretches = new Map();
  for (const link of document.querySelectorAll("a.hl[data-claim]")) {
    if (!stretches.has(link.dataset.claim)) stretches.set(link.dataset.claim, []);
    stretches.get(link.dataset.claim).push(link);
    for (const [kind, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
      link.addEventListener(kind, () => stretches.get(link.dataset.claim).forEach((each) => each.classList.toggle("lit", on)));
    }
  }
  filter();
  reveal();
})();
