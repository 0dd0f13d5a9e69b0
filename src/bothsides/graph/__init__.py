"""Records in, quads out: every IRI is minted here, every statement gets its graph, and what was built is checked."""

from bothsides.graph.constraints import Level
from bothsides.graph.entity_quads import entity_quads
from bothsides.graph.event_quads import Told, event_quads
from bothsides.graph.iri import Iris
from bothsides.graph.readout_quads import readout_quads
from bothsides.graph.runs import Program, Stage, run_quads, this_program
from bothsides.graph.schema_quads import schema_quads
from bothsides.graph.shapes import Finding, Report, validate

__all__ = [
    "Finding",
    "Iris",
    "Level",
    "Program",
    "Report",
    "Stage",
    "Told",
    "entity_quads",
    "event_quads",
    "readout_quads",
    "run_quads",
    "schema_quads",
    "this_program",
    "validate",
]
