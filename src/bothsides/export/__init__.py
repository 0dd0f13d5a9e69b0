"""A store in, files out: whatever else reads RDF can go on from here."""

from bothsides.export.export import export, export_readouts
from bothsides.export.formats import Format

__all__ = ["Format", "export", "export_readouts"]
