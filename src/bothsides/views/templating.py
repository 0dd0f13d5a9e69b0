"""Template, style, script and values → one self-contained, escaped page under a Content-Security-Policy that it cannot loosen.

The policy names the digests of the page's own style and script; nothing else may load or run, so a page makes no request and a
document's words stay words even if an escape were ever missed.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bothsides.views import wording

_HERE = Path(__file__).resolve().parent


def render(template: str, *, styles: Sequence[str], scripts: Sequence[str], **values: object) -> str:
    """Render `template` with `values`, escaped. `styles` and `scripts` are trusted sources, each placed once in the page."""
    style, script = "\n".join(styles), "\n".join(scripts)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    # The two sources are the package's own files: marked as safe so that the digest is that of what the browser sees.
    return _environment().get_template(template).render(policy=policy, style=Markup(style), script=Markup(script), **values)  # noqa: S704


def static(name: str) -> str:
    """Return the text of one of the package's own style sheets or scripts."""
    return (_HERE / "static" / name).read_text(encoding="utf-8")


def web_address(address: str | None) -> str | None:
    """Return the address if it is one that a page may link to, http or https; otherwise nothing.

    >>> web_address("https://example.org/readout"), web_address("javascript:alert(1)")
    ('https://example.org/readout', None)
    """
    if not address or any(character.isspace() or not character.isprintable() for character in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _digest(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "definite": wording.definite,
        "listed": wording.listed,
        "count": wording.count,
        "shorten": wording.shorten,
        "marked_parts": wording.marked_parts,
        "web_address": web_address,
    }
    environment.globals |= {
        "VERDICTS": wording.VERDICTS,
        "DIFFERENCES": wording.DIFFERENCES,
        "INFERRED": wording.INFERRED,
        "when": wording.when,
    }
    return environment
