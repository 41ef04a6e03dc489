"""Attachments on their way out: the same to a reader, without what cameras and programs add."""

from brugwerk.publish.attachments.cleaning import cleaned
from brugwerk.publish.attachments.store import STORE, Store

__all__ = ["STORE", "Store", "cleaned"]
