"""Rows of the store → something to look at: a comparison in the terminal or as a page, and an explorer of its graph.

comparison   asks the store for the dossier of an event      model   the plain values that all of them share
arrangement  dossier → sections and rows                     matters which claims share a row
terminal page explorer                                       comparison → what is seen
"""

from bothsides.views.comparison import compare, find_event
from bothsides.views.model import Comparison

__all__ = ["Comparison", "compare", "find_event"]
