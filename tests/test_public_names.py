"""What a package lists is what can be imported from it, and errors are one family."""

import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import bothsides
from bothsides import errors

MODULES = [name for _, name, _ in pkgutil.walk_packages(bothsides.__path__, "bothsides.") if "__main__" not in name]
LISTING = ["bothsides", *(name for name in MODULES if hasattr(import_module(name), "__all__"))]


@pytest.mark.parametrize("name", LISTING)
def test_every_name_that_is_listed_can_be_imported(name):
    module = import_module(name)
    assert [public for public in module.__all__ if not hasattr(module, public)] == []


@pytest.mark.parametrize("name", LISTING)
def test_names_are_listed_in_order_and_once(name):
    listed = list(import_module(name).__all__)
    assert sorted(set(listed), key=str.casefold) == sorted(listed, key=str.casefold)


def test_the_package_offers_four_names():
    assert sorted(bothsides.__all__) == ["BuildReport", "Knowledge", "build", "open"]


def test_an_unknown_name_is_answered_with_those_there_are():
    with pytest.raises(AttributeError, match="it has BuildReport, Knowledge, build, open"):
        bothsides.compile  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_turns_into_what(name):
    assert import_module(name).__doc__


def test_importing_the_package_loads_no_language_library():
    code = "import sys, bothsides; print([name for name in ('spacy', 'numpy', 'pyoxigraph', 'rdflib') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_package_runs_as_a_command():
    run = subprocess.run([sys.executable, "-m", "bothsides", "--help"], capture_output=True, text=True, check=True)
    assert "build" in run.stdout


FAMILY = [value for _, value in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("error", FAMILY)
def test_every_error_is_of_one_family(error):
    assert issubclass(error, errors.BothsidesError)


@pytest.mark.parametrize("error", FAMILY)
def test_every_error_stands_in_the_drawing_of_the_family(error):
    assert error.__name__ in (errors.__doc__ or "")
