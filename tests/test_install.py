"""The built wheel works in an environment of its own: it reads, and answers a query, from no file of the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.install

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("src", "ontology", "queries", "data", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
SAMPLE = """
import bothsides, json, pathlib, sys
from bothsides.resources import resource
report = bothsides.build([str(resource("data"))], store="store")
with bothsides.open("store") as knowledge:
    rows = knowledge.ask("shared-commitments")
print(json.dumps({"home": bothsides.__file__, "readouts": report.readouts, "rows": len(rows), "data": str(resource("data"))}))
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the checkout on its path and without the network; its output is its answer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "COV_"))} | {
        "PIP_NO_INDEX": "1"
    }
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """A copy of what a wheel is built from, so that nothing is written into the checkout."""
    folder = tmp_path_factory.mktemp("source")
    for part in PARTS:
        path = ROOT / part
        if path.is_dir():
            shutil.copytree(path, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, folder / part)
    return folder


@pytest.fixture(scope="module")
def wheel(source) -> Path:
    # pip cannot make an isolated build environment offline; this one has the build backend.
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", ".", cwd=source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """The interpreter of a new environment that holds the wheel, and sees our dependencies behind it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    interpreter = home / "bin" / "python"
    site = Path(run(interpreter, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    run(sys.executable, "-m", "pip", "--python", interpreter, "install", "--quiet", "--no-deps", wheel, cwd=home)
    # A .pth line adds the dependencies; the .pth of the editable install that lies among them is not followed.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return interpreter


@pytest.fixture(scope="module")
def answer(python, tmp_path_factory) -> dict[str, object]:
    return json.loads(run(python, "-P", "-W", "ignore", "-c", SAMPLE, cwd=tmp_path_factory.mktemp("elsewhere")).splitlines()[-1])


def test_what_is_imported_is_the_wheel(answer, python):
    assert Path(answer["home"]).is_relative_to(python.parent.parent)


def test_the_shipped_data_is_the_wheels(answer, python):
    assert Path(answer["data"]).is_relative_to(python.parent.parent)


def test_it_reads_the_samples(answer):
    assert answer["readouts"] == 2


def test_it_answers_a_query(answer):
    assert answer["rows"] > 0


def test_its_command_is_installed(python, tmp_path):
    assert "compare" in run(python.with_name("bothsides"), "--help", cwd=tmp_path)


@pytest.mark.parametrize("part", ["ontology", "queries", "data/tables"])
def test_it_carries_every_file_of(wheel, part):
    with zipfile.ZipFile(wheel) as opened:
        carried = {name.removeprefix("bothsides/_resources/") for name in opened.namelist() if name.startswith("bothsides/_resources/")}
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / part).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert here - carried == set()


def test_it_carries_its_licence(wheel):
    with zipfile.ZipFile(wheel) as opened:
        assert {Path(name).name for name in opened.namelist() if "/licenses/" in name} >= {"LICENSE", "NOTICE"}


def test_it_says_that_it_is_typed(wheel):
    with zipfile.ZipFile(wheel) as opened:
        assert "bothsides/py.typed" in opened.namelist()
