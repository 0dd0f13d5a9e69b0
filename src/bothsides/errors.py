"""What can go wrong, by what the reader can do about it.

    BothsidesError
    ├── SourceError        a document cannot be read: mend or remove the file
    ├── ExtractionError    a document cannot be analysed, or the language model is missing: check the installation
    ├── VocabularyError    a table, query head or ontology file is malformed: mend the named line
    ├── StoreError         a store cannot be opened, read or written: check its path, lock and version
    └── QueryError         a query or its parameters are wrong: see `bothsides query --help`

Every message says what was attempted, on what, what was found, and the next step.
"""


class BothsidesError(Exception):
    """Base of every error that this package raises on purpose."""


class SourceError(BothsidesError):
    """A document, or the place it should come from, cannot be read."""


class ExtractionError(BothsidesError):
    """A document cannot be analysed, or the syntax model cannot be loaded."""


class VocabularyError(BothsidesError):
    """A shipped or user-given table, query head or ontology file is malformed."""


class StoreError(BothsidesError):
    """A store cannot be opened, read or written."""


class QueryError(BothsidesError):
    """A query, or a parameter bound into it, is wrong."""
