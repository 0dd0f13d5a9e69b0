"""Records in, quads out: every IRI is minted here, every statement gets its graph, and what was built is checked."""

from bothsides.graph.entity_quads import entity_quads
from bothsides.graph.event_quads import Told, event_quads
from bothsides.graph.graphs import build_graphs, top_events
from bothsides.graph.iri import Iris
from bothsides.graph.names import Names
from bothsides.graph.readout_quads import readout_quads
from bothsides.graph.runs import Program, Stage, run_quads, this_program
from bothsides.graph.schema_quads import schema_quads

__all__ = [
    "Iris",
    "Names",
    "Program",
    "Stage",
    "Told",
    "build_graphs",
    "entity_quads",
    "event_quads",
    "readout_quads",
    "run_quads",
    "schema_quads",
    "this_program",
    "top_events",
]
