"""Shape per record, then rules across records; every problem collected, none raised."""

from brugwerk.check.entries import Entries, Entry
from brugwerk.check.everything import Checked, check_site

__all__ = ["Checked", "Entries", "Entry", "check_site"]
