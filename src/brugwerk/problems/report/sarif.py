"""Problems as SARIF 2.1.0, which code scanning on a forge and many editors read.

The keys follow the standard of OASIS: a rule per code of the catalogue, a result per problem.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from brugwerk.problems.catalogue import all_explanations, explain
from brugwerk.problems.report.fingerprints import fingerprints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems.catalogue import Explanation
    from brugwerk.problems.problem import Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def text(
    problems: Sequence[Problem],
    language: str,
    version: str,
    help_address: str = "",
    folder: str = "",
) -> str:
    """Return the report as SARIF.

    Args:
        problems: What the check found.
        language: ``nl`` or ``en``: the language of the sentences.
        version: The version of Brugwerk.
        help_address: The page that explains every code; empty where there is none.
        folder: Where the site stands in the repository; empty where it is the repository.
    """
    entries = list(all_explanations().values())
    order = {entry.code: index for index, entry in enumerate(entries)}
    results = [
        _result(problem, order[problem.code], fingerprint, language, folder)
        for problem, fingerprint in zip(problems, fingerprints(problems), strict=True)
    ]
    driver = {
        "name": "brugwerk",
        "version": version,
        "language": language,
        "rules": [_rule(entry, language, help_address) for entry in entries],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The repository."}}},
        "results": results,
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(entry: Explanation, language: str, help_address: str) -> dict[str, Any]:
    why = entry.why.in_language(language)
    rule: dict[str, Any] = {
        "id": entry.code,
        "shortDescription": {"text": entry.title.in_language(language)},
        "fullDescription": {"text": why},
        "help": {"text": why},
        "defaultConfiguration": {"level": entry.severity.value},
    }
    if help_address:
        rule["helpUri"] = f"{help_address}#{entry.code.lower()}"
    return rule


def _result(
    problem: Problem, index: int, fingerprint: str, language: str, folder: str
) -> dict[str, Any]:
    said = explain(problem, language)
    place = problem.place
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": all_explanations()[problem.code].severity.value,
        "message": {"text": f"{said.what} {said.mend}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(f"{folder}{place.file}"),
                        "uriBaseId": "SRCROOT",
                    },
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
        "partialFingerprints": {"brugwerk/v1": fingerprint},
    }
