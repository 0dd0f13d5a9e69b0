"""The command line: each command parses, makes one call, prints.

What a command calls is imported inside it: `bothsides --help` answers at once, without loading a language model.
"""

from bothsides.cli.app import app, main

__all__ = ["app", "main"]
