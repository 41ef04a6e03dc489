"""Where every former address leads: what aliases and ``redirects.yml`` say, brought to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brugwerk.records.moves import Gone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Set

    from brugwerk.read.yaml_text import KeyPath
    from brugwerk.records.moves import Redirects

Answer = tuple[str, ...] | Gone


@dataclass(frozen=True)
class Flaw:
    """Something that ``redirects.yml`` says and that cannot be done.

    Attributes:
        code: The code of the problem.
        path: Where the file says it.
        address: The address that it is about.
    """

    code: str
    path: KeyPath
    address: str


@dataclass(frozen=True)
class Moves:
    """Where former addresses lead.

    Attributes:
        answers: By former address: the addresses where it is now, each of them published, or that
            it is gone.
        flaws: What could not be followed.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()


class _LoopError(Exception):
    """A redirect leads back to itself."""


class _NothingError(Exception):
    """A redirect leads to what is not there."""


@dataclass(frozen=True)
class Ground:
    """What redirects are judged against.

    Attributes:
        published: The addresses that there are.
        once: The addresses that there ever were.
        has_anchor: Whether a published page has an anchor that is not among them; none where
            nobody can know, because the page is written by hand.
        owners: The pages that a former address belonged to, the nearest first, and whether such a
            page must have moved itself before the address follows it.
    """

    published: Set[str]
    once: Iterable[str]
    has_anchor: Callable[[str, str], bool | None]
    owners: Callable[[str], Iterable[tuple[str, bool]]] = lambda _: ()

    def exists(self, address: str) -> bool:
        """Return whether an address is published; an anchor counts unless it surely is not."""
        return self._found(address) is not False

    def surely_exists(self, address: str) -> bool:
        """Return whether an address is published; an anchor counts only where it is known."""
        return self._found(address) is True

    def _found(self, address: str) -> bool | None:
        page, mark, anchor = address.partition("#")
        if address in self.published or not mark:
            return address in self.published
        return self.has_anchor(page, anchor) if page in self.published else False


def moves(aliased: Mapping[str, str], redirects: Redirects, ground: Ground) -> Moves:
    """Bring every redirect to the address where it ends.

    What ``redirects.yml`` says of a page holds for all that ever stood below it: it leads to the
    same file or page below the new address, or else to that address itself.

    Args:
        aliased: The former addresses of records with another id now, and their new ones.
        redirects: What ``redirects.yml`` says; it goes before what aliases say.
        ground: What there is and was.
    """
    reading = _Reading(ground)
    reading.written(redirects)
    for old, new in aliased.items():
        if old not in ground.published:
            reading.said.setdefault(old, (new,))
    reading.judge(redirects)
    reading.spread(redirects)
    reading.follow()
    return Moves(reading.answers(), tuple(reading.flaws))


class _Reading:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.said: dict[str, Answer] = {}
        self.flaws: list[Flaw] = []

    def written(self, redirects: Redirects) -> None:
        for index, move in enumerate(redirects.moved):
            new = tuple(address.removeprefix("/") for address in move.new)
            self._say(move.old, new, ("moved", index, "old"))
        for index, gone in enumerate(redirects.gone):
            self._say(gone.old, gone, ("gone", index, "old"))

    def _say(self, old: str, answer: Answer, path: KeyPath) -> None:
        address = old.removeprefix("/")
        if self.ground.surely_exists(address):
            self.flaws.append(Flaw("BW955", path, old))
        elif address in self.said:
            self.flaws.append(Flaw("BW956", path, old))
        else:
            self.said[address] = answer

    def judge(self, redirects: Redirects) -> None:
        """Find the redirects by hand that lead nowhere, or round and round."""
        for index, move in enumerate(redirects.moved):
            old = move.old.removeprefix("/")
            if old not in self.said:
                continue
            for place, new in enumerate(move.new):
                try:
                    self.final(new.removeprefix("/"), (old,))
                except _LoopError:
                    self.flaws.append(Flaw("BW954", ("moved", index, "old"), move.old))
                except _NothingError:
                    self.flaws.append(Flaw("BW953", ("moved", index, "new", place), new))

    def final(self, address: str, passed: tuple[str, ...] = ()) -> Answer:
        """Follow an address to where it ends.

        Raises:
            _LoopError: It comes back where it was.
            _NothingError: It ends where nothing is.
        """
        if address in passed:
            raise _LoopError
        if (answer := self.said.get(address)) is not None:
            return answer if isinstance(answer, Gone) else self._all(answer, (*passed, address))
        if self.ground.exists(address):
            return (address,)
        page, mark, anchor = address.partition("#")
        if not mark or page in self.ground.published:
            raise _NothingError
        answer = self.final(page, passed)
        if isinstance(answer, Gone) or len(answer) > 1:
            return answer
        return self.final(f"{answer[0].partition('#')[0]}#{anchor}", (*passed, address))

    def _all(self, addresses: tuple[str, ...], passed: tuple[str, ...]) -> Answer:
        ends = [self.final(address, passed) for address in addresses]
        found = [address for end in ends if not isinstance(end, Gone) for address in end]
        return tuple(dict.fromkeys(found)) or next(end for end in ends if isinstance(end, Gone))

    def spread(self, redirects: Redirects) -> None:
        """Let what ever stood below a page go where the page goes; the nearest page decides."""
        written = [*(m.old for m in redirects.moved), *(g.old for g in redirects.gone)]
        pages = {old.removeprefix("/") for old in written if old.endswith("/")}
        once = [a for a in self.ground.once if "#" not in a and a not in self.ground.published]
        for old in sorted(pages & set(self.said), key=len, reverse=True):
            if (end := self._end(old)) is not None:
                for address in once:
                    if address.startswith(old):
                        self.said.setdefault(address, self._like(address.removeprefix(old), end))

    def follow(self) -> None:
        """Let what has no answer of its own go where that is to which it belonged."""
        for address in self.ground.once:
            if "#" in address or address in self.said or address in self.ground.published:
                continue
            for owner, only_if_moved in self.ground.owners(address):
                stands = owner in self.ground.published and not only_if_moved
                if (stands or owner in self.said) and (end := self._end(owner)) is not None:
                    self.said[address] = end
                    break

    def _like(self, below: str, end: Answer) -> Answer:
        """Return the same file or page below a page's new address, or else where the page went."""
        if isinstance(end, Gone) or len(end) > 1 or not end[0].endswith("/"):
            return end
        same = end[0] + below
        return (same,) if same in self.ground.published else end

    def answers(self) -> dict[str, Answer]:
        """Return the end of everything that was said, and of every former part of what moved."""
        parts = [address for address in self.ground.once if "#" in address]
        asked = [*self.said, *(part for part in parts if not self.ground.exists(part))]
        found = {address: self._end(address) for address in asked}
        return {address: end for address, end in sorted(found.items()) if end is not None}

    def _end(self, address: str) -> Answer | None:
        # What has no end is a flaw already, or an address of the ledger that is lost.
        try:
            return self.final(address)
        except (_LoopError, _NothingError):
            return None
