"""From answers to problems, each at the place where a link was written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from brugwerk.problems import Problem
from brugwerk.problems.problem import Wording
from brugwerk.web.answers import Outcome, Silence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.problems import Place
    from brugwerk.web.answers import Answer

_CODES = {
    Outcome.GONE: "BW983",
    Outcome.MOVED: "BW984",
    Outcome.SILENT: "BW985",
    Outcome.UNSAFE: "BW986",
    Outcome.PRIVATE: "BW987",
    Outcome.CIRCLING: "BW988",
    Outcome.REFUSED: "BW989",
}
_CAUSES = {
    Silence.LATE: Wording("het duurde te lang", "it took too long"),
    Silence.UNKNOWN: Wording("dit adres is niet bekend", "this address is not known"),
    Silence.BROKEN: Wording("de verbinding mislukte", "the connection failed"),
    Silence.UNREADABLE: Wording("dit is geen goed adres", "this is not a right address"),
}
_LONGEST = 300


def judged(
    links: Mapping[str, tuple[Place, ...]], answers: Mapping[str, Answer]
) -> tuple[Problem, ...]:
    """Return a problem for every place with a link that does not lead to its page.

    Args:
        links: The places of every link.
        answers: The answers by address, without what stands behind ``#``.
    """
    problems = [
        Problem(code, place, _facts(link, answer))
        for link, places in links.items()
        if (answer := answers[urldefrag(link).url]) and (code := _CODES.get(answer.outcome))
        for place in places
    ]
    return tuple(sorted(problems, key=Problem.sort_key))


def _facts(link: str, answer: Answer) -> dict[str, str | Wording]:
    facts: dict[str, str | Wording] = {"link": _shown(link)}
    match answer.outcome:
        case Outcome.GONE | Outcome.REFUSED:
            facts["status"] = str(answer.status)
        case Outcome.MOVED:
            fragment = urldefrag(link).fragment
            facts["new"] = _shown(f"{answer.moved_to}#{fragment}" if fragment else answer.moved_to)
        case Outcome.SILENT:
            facts["cause"] = why_silent(answer)
        case _:
            pass
    return facts


def why_silent(answer: Answer) -> Wording:
    """Say why there was no useful answer."""
    status = str(answer.status)
    return _CAUSES.get(answer.silence, Wording(f"antwoord {status}", f"answer {status}"))


def _shown(link: str) -> str:
    """Show an address without the name and password that may stand in it."""
    scheme, slashes, rest = link.partition("://")
    host, slash, path = rest.partition("/")
    plain = f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}"
    return "".join(s if s.isprintable() and s != "`" else "·" for s in plain[:_LONGEST])
