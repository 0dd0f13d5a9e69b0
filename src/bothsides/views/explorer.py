"""A comparison → one self-contained page to explore its graph, drawn by vis-network from the installed pyvis package.

pyvis makes the network's data; its own page is not used: it loads assets from elsewhere and runs titles as markup.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pyvis
from pyvis.network import Network

from bothsides.views.graph_layout import LIMIT, Explorer, explorer_graph
from bothsides.views.model import Comparison
from bothsides.views.page import choices
from bothsides.views.templating import render, static

_VIS_NETWORK = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_SHAPES = {"readout": "box", "heading": "text", "matter": "ellipse", "topic": "diamond", "claim": "box"}


def explorer_page(comparison: Comparison, *, beside: str | None = None, limit: int = LIMIT) -> str:
    """Return the explorer of one event. `beside` is the file name of its comparison page, to which quotes then link."""
    explorer = explorer_graph(comparison, limit=limit)
    nodes, edges = network_data(explorer)
    return render(
        "explore.html",
        styles=[static("base.css"), static("explore.css")],
        scripts=[_vis_network(), static("explore.js")],
        comparison=comparison,
        event=comparison.event,
        left_out=explorer.left_out,
        choices=choices(comparison),
        data={"nodes": nodes, "edges": edges, "left": explorer.left, "right": explorer.right},
        beside=quote(Path(beside).name) if beside else None,
    )


def network_data(explorer: Explorer) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the nodes and edges as pyvis gives them: preset places, no physics, groups in place of colours, titles never markup."""
    network = Network()
    for key, node in explorer.graph.nodes(data=True):
        side = node["side"]
        group = node["kind"] if side is None else f"{node['kind']}-{side % 4}"
        extra = {name: node[name] for name in ("kind", "status", "quote", "act", "topics", "facts", "row") if node.get(name) is not None}
        network.add_node(
            key, label=node["label"], shape=_SHAPES[node["kind"]], group=group, x=node["x"], y=node["y"], physics=False, side=side, **extra
        )
    # Outer columns first, so that the edges of inner ones are drawn over them.
    for claim, matter, edge in sorted(explorer.graph.edges(data=True), key=lambda item: -item[2]["side"]):
        alone = edge["status"].startswith("one-sided")
        network.add_edge(claim, matter, side=edge["side"], dashes=alone, width=1 if alone else 2.5)
    nodes, edges, *_ = network.get_network_data()
    return nodes, edges


def _vis_network() -> str:
    """Return vis-network's source with its licence, without the pointer to a source map, which a browser's tools would fetch."""
    source = _VIS_NETWORK.read_text(encoding="utf-8")
    return source.split("\n//# sourceMappingURL=")[0]
