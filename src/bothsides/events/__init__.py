"""Readings → events: which readouts tell of one occurrence, and to which part of it a claim belongs."""

from bothsides.events.families import split_events
from bothsides.events.pins import event_of_claim, pin_claims
from bothsides.events.resolve import resolve_events
from bothsides.events.unite import unite

__all__ = ["event_of_claim", "pin_claims", "resolve_events", "split_events", "unite"]
