"""One short name for everything that a value holds, the same in every run."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from brugwerk.check import Entry


class _Hash:
    """A file in which only the hash of what was written is kept."""

    def __init__(self) -> None:
        self.hash = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        return len(data)


class _Pickler(pickle.Pickler):
    """Writes values down without what they happen to share, remember or leave in no order."""

    def __init__(self, file: _Hash, entries: dict[str, bytes]) -> None:
        super().__init__(file, protocol=5)
        self.fast = True
        self._entries = entries

    def persistent_id(self, obj: Any) -> Any:
        if not isinstance(obj, Entry) or obj.source.yaml is None:
            return None
        # A record follows from its file, whose text is shorter than all that was made of it.
        name = obj.source.file.as_posix()
        if name not in self._entries:
            text = f"{obj.source.yaml.text}\0{obj.source.body}"
            self._entries[name] = hashlib.sha256(text.encode()).digest()
        return (obj.id, obj.owner, name, self._entries[name])

    def reducer_override(self, obj: Any) -> Any:
        kind = type(obj)
        if isinstance(obj, BaseModel):
            parts = [obj.__dict__[name] for name in kind.model_fields]
        elif is_dataclass(kind):
            parts = [getattr(obj, part.name) for part in fields(obj)]
        elif isinstance(obj, PurePath):
            parts = [obj.as_posix()]
        elif isinstance(obj, Mapping):
            parts = list(obj.items())
        elif isinstance(obj, Set):
            parts = sorted(obj, key=repr)
        else:
            return NotImplemented
        return list, ([kind.__qualname__, *map(_in_order, parts)],)


def _in_order(part: Any) -> Any:
    """Put what has no order of its own in one; pickle does not ask for sets themselves."""
    return sorted(part, key=repr) if isinstance(part, set | frozenset) else part


class Fingerprints:
    """Names values by what they hold; a record counts for what stands in its file."""

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}

    def of(self, *values: object) -> str:
        """Return the name of values together.

        Raises:
            TypeError: A value holds something that is no plain data, such as a function.
        """
        found = _Hash()
        try:
            _Pickler(found, self._entries).dump(values)
        except (pickle.PicklingError, AttributeError) as error:
            raise TypeError(f"no plain data: {error}") from error
        return found.hash.hexdigest()
