"""Anything a user has (files, folders, indexes, feeds, addresses, standard input) → documents.

sources  what a path leads to          formats page feed header pdf rows address  one file's or line's texts
text     the one canonical text        layout furniture                           what in it is not the account
known    what is stated of a text      publisher viewpoint                        who speaks
"""

from bothsides.ingest.documents import merge_copies, read_sources
from bothsides.ingest.failure import SourceFailure

__all__ = ["SourceFailure", "merge_copies", "read_sources"]
