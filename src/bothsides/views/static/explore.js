"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const claims = data.nodes.filter((node) => node.kind === "claim");
  const sideLabels = new Map([...document.querySelectorAll("select[data-filter=side] option")].map((option) => [option.value, option.textContent]));
  byId("filters").hidden = false;
  byId("stage").hidden = false;

  // One palette: that of the style sheet, read anew when the reader's scheme changes.
  function look() {
    const ink = colour("ink"), paper = colour("raised"), face = getComputedStyle(document.body).fontFamily;
    const box = (border) => ({
      color: { border, background: paper, highlight: { border, background: colour("mark") }, hover: { border, background: paper } },
      font: { color: ink, face, size: 14, align: "left" }, borderWidth: 1.5, borderWidthSelected: 2.5,
      widthConstraint: { minimum: 270, maximum: 270 }, margin: 8,
    });
    const groups = {
      heading: { font: { color: colour("muted"), face: colour("serif"), size: 22 } },
      matter: { color: { border: colour("shared"), background: colour("tint-shared"), highlight: { border: colour("shared"), background: colour("mark") } },
        font: { color: ink, face, size: 16 }, widthConstraint: { maximum: 190 }, borderWidth: 1.5 },
      topic: { color: { border: colour("quiet"), background: paper, highlight: { border: colour("quiet"), background: colour("mark") } },
        font: { color: colour("muted"), face, size: 15 }, size: 9, borderWidth: 1.5 },
    };
    for (let side = 0; side < 4; side += 1) {
      groups[`claim-${side}`] = box(colour(`side-${side}`));
      groups[`readout-${side}`] = { ...box(colour(`side-${side}`)),
        color: { border: colour(`side-${side}`), background: colour(`side-${side}`), highlight: { border: colour(`side-${side}`), background: colour(`side-${side}`) } },
        font: { color: colour("paper"), face, size: 18, align: "center" } };
    }
    return groups;
  }

  const dashed = (node) => (node.status || "").startsWith("one-sided");
  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, shapeProperties: { borderDashes: node.kind === "claim" && dashed(node) ? [5, 4] : false } })));
  const edges = new vis.DataSet(data.edges.map((edge, index) => ({ ...edge, id: index, color: { color: colour(`side-${edge.side % 4}`), highlight: colour(`side-${edge.side % 4}`) } })));
  const container = byId("network");
  const network = new vis.Network(container, { nodes, edges }, {
    autoResize: true, physics: false, groups: look(),
    edges: { smooth: { type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } },
    interaction: { dragNodes: false, hover: true, zoomView: matchMedia("(pointer: coarse)").matches, keyboard: false, tooltipDelay: 1e9 },
  });

  function top() {
    const scale = Math.min(1, container.clientWidth / (data.right - data.left + 40));
    network.moveTo({ position: { x: (data.left + data.right) / 2, y: (container.clientHeight / 2 - 60) / scale }, scale, animation: false });
  }
  top();
  window.addEventListener("resize", top);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());

  function move(dx, dy, factor) {
    const centre = network.getViewPosition(), scale = network.getScale();
    network.moveTo({ position: { x: centre.x + dx / scale, y: centre.y + dy / scale }, scale: Math.min(2.5, Math.max(0.1, scale * factor)), animation: false });
  }
  container.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) move(0, 0, event.deltaY < 0 ? 1.12 : 1 / 1.12);
    else move(event.deltaX, event.deltaY, 1);
  }, { passive: false });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => (Number(button.dataset.zoom) ? move(0, 0, Number(button.dataset.zoom)) : top()));
  }

  // textContent throughout: a document's words never become markup.
  function show(id) {
    const node = nodes.get(id);
    const chosen = Boolean(node && node.kind === "claim");
    byId("chosen").hidden = !chosen;
    byId("hint").hidden = chosen;
    if (!chosen) return;
    byId("whose").textContent = `${sideLabels.get(String(node.side))} · ${node.act}`;
    byId("chosen").className = `side-${node.side}`;
    byId("quote").textContent = node.quote;
    byId("facts").textContent = node.facts.join(" · ");
    const link = byId("link");
    if (link) link.hash = node.id;
  }
  network.on("click", (event) => show(event.nodes[0]));

  const form = byId("filters"), seek = byId("seek"), selects = [...form.querySelectorAll("select")];
  const carries = { side: (node) => [String(node.side)], verdict: (node) => [node.status], act: (node) => [node.act], topic: (node) => node.topics };
  function filter() {
    const words = seek.value.toLowerCase().split(/\s+/);
    const fits = (node) =>
      selects.every((select) => !select.value || carries[select.dataset.filter](node).includes(select.value)) &&
      words.every((word) => `${node.act} ${node.quote} ${node.facts[0]}`.toLowerCase().includes(word));
    const shown = new Set(claims.filter(fits).map((node) => node.id));
    const live = new Set(data.edges.filter((edge) => shown.has(edge.from)).map((edge) => edge.to));
    nodes.update(data.nodes.filter((node) => ["claim", "matter", "topic"].includes(node.kind))
      .map((node) => ({ id: node.id, hidden: !(shown.has(node.id) || live.has(node.id)) })));
    byId("shown").value = `${shown.size} of ${claims.length} claims`;
  }
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
  window.bothsides = { network, nodes, show };
})();
