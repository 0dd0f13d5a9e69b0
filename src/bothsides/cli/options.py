"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[Path, typer.Option("--store", "-s", help="The folder that holds the knowledge graph.", show_default=True)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

STORE = Path("knowledge")
