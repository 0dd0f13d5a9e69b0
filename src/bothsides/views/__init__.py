"""Rows of the store → something to look at: a comparison in the terminal or as a page, and an explorer."""
