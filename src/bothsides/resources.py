"""Where the ontology, the queries, the tables and the shipped models are found: the only file that knows.

A wheel carries copies under `bothsides/_resources/`; a checkout (editable install) has them at the top of the tree.
"""

from __future__ import annotations

from pathlib import Path

from bothsides.errors import VocabularyError

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "_resources", _PACKAGE.parent.parent)


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("ontology", "acts.ttl")`.

    Raises:
        VocabularyError: it is in neither of the two homes.
    """
    for home in _HOMES:
        path = home.joinpath(*parts)
        if path.exists():
            return path
    looked = " or ".join(str(home.joinpath(*parts)) for home in _HOMES)
    raise VocabularyError(f"cannot find {'/'.join(parts)}: looked at {looked}. Reinstall the package, or run from a full checkout.")


def model(name: str) -> Path:
    """Return the folder of a model shipped inside the package, such as `model("syntax")`.

    Raises:
        VocabularyError: the installation has no such model.
    """
    path = _PACKAGE / "models" / name
    if not path.exists():
        raise VocabularyError(f"cannot find the model {name!r} at {path}. Reinstall the package.")
    return path
