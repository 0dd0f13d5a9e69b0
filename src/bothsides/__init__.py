"""Reads what two governments say of one meeting, and shows what both report, what only one reports, and who is bound to what.

>>> import bothsides
>>> report = bothsides.build(["data"], store="out/store")     # doctest: +SKIP
>>> with bothsides.open("out/store") as kg:                   # doctest: +SKIP
...     rows = kg.ask("shared-commitments")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bothsides.knowledge import Knowledge
    from bothsides.knowledge import open_knowledge as open  # noqa: A004 - bothsides.open, as gzip.open
    from bothsides.pipeline import BuildReport, build

__all__ = ["BuildReport", "Knowledge", "build", "open"]

_HOMES = {
    "BuildReport": ("bothsides.pipeline", "BuildReport"),
    "Knowledge": ("bothsides.knowledge", "Knowledge"),
    "build": ("bothsides.pipeline", "build"),
    "open": ("bothsides.knowledge", "open_knowledge"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `import bothsides` alone loads no language model library."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'bothsides' has no attribute {name!r}; it has {', '.join(__all__)}")
    module, attribute = _HOMES[name]
    value = globals()[name] = getattr(import_module(module), attribute)
    return value
