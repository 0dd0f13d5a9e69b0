"""`bothsides --help` answers at once: nothing heavy is imported before a command runs."""

import subprocess
import sys


def test_the_command_line_loads_no_heavy_library():
    heavy = ("spacy", "pyoxigraph", "rdflib", "pyvis", "networkx", "numpy")
    code = f"import sys, bothsides.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_program_is_installed():
    result = subprocess.run(
        [sys.executable, "-c", "from bothsides.cli import main; main()", "--help"], capture_output=True, text=True, check=True
    )
    assert "bothsides demo" in result.stdout
