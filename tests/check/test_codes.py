"""The catalogue of problem codes: complete, true to the code, and in words that people use."""

from __future__ import annotations

import ast
import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import brugwerk
from brugwerk.problems import Severity, all_explanations, explain
from brugwerk.read.yaml_text import read_yaml
from tests.check import (
    test_broken_addresses,
    test_broken_attachments,
    test_broken_exports,
    test_broken_files,
    test_broken_issues,
    test_broken_links,
    test_broken_long_texts,
    test_broken_names,
    test_broken_plans,
    test_broken_privacy,
    test_broken_records,
    test_broken_settings,
    test_broken_shapes,
    test_broken_sources,
    test_broken_time,
    test_broken_versions,
    test_broken_words,
    test_changed,
    test_web_links,
)
from tests.check.broken import Broken, problems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from brugwerk.problems import Explanation, Problem
    from brugwerk.problems.problem import Wording

SOURCE = Path(brugwerk.__file__).parent
CATALOGUE = SOURCE / "problems" / "codes.yml"
CODE = re.compile(r"BW\d{3}")
CASES: tuple[Broken, ...] = (
    *test_broken_files.CASES,
    *test_broken_shapes.CASES,
    *test_broken_records.CASES,
    *test_broken_plans.CASES,
    *test_broken_issues.CASES,
    *test_broken_words.CASES,
    *test_broken_settings.CASES,
    *test_broken_privacy.CASES,
    *test_broken_attachments.CASES,
    *test_broken_names.CASES,
    *test_broken_long_texts.CASES,
    *test_broken_links.CASES,
    *test_broken_time.CASES,
    *test_broken_addresses.CASES,
    *test_broken_versions.CASES,
    *test_broken_sources.CASES,
    *test_broken_exports.CASES,
)
# Codes that no check of a site raises, with what does: given a folder, it returns the problems.
ELSEWHERE: Mapping[str, Callable[[Path], tuple[Problem, ...]]] = {
    **test_changed.REFUSED,
    **test_web_links.RAISED,
    **test_broken_versions.REFUSED,
    **test_broken_sources.RAISED,
}
WARNINGS = {
    *("BW203", "BW306", "BW410", "BW415", "BW503"),
    *("BW517", "BW518", "BW519", "BW522", "BW604"),
    *("BW965", "BW966"),
    *("BW854", "BW857", "BW858", "BW860", "BW861", "BW867", "BW868"),
    *("BW879", "BW880"),
    *("BW983", "BW984", "BW985", "BW986", "BW987", "BW988", "BW989"),
    *("BW971", "BW972"),
    *("BW976", "BW977", "BW978", "BW979", "BW980"),
}
PARTS = ("title", "what", "why", "mend")
LANGUAGES = ("nl", "en")
# Words of programmers, and English ones, that a teacher does not use. Code in `…` may hold them.
NOT_DUTCH = (
    *("string", "strings", "type", "types", "parse", "parsen", "parser", "mapping", "none"),
    *("null", "boolean", "bool", "integer", "array", "object", "value", "key", "field", "file"),
    *("folder", "path", "schema", "default", "error", "errors", "invalid", "valideren", "syntax"),
    *("yaml", "front matter", "frontmatter", "markdown", "id", "ids", "record", "records", "node"),
    *("tag", "scalar", "sequence", "list", "item", "items", "the", "and", "with", "missing", "not"),
    *("code", "repository", "commit", "pull request", "regex", "patroon", "attribuut"),
)
LONGEST_SENTENCE = 32


def codes_in_source() -> set[str]:
    """Every code that stands in the source as a text of its own."""
    return {
        node.value
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }


def texts(entry: Explanation, *languages: str) -> Iterator[tuple[str, str]]:
    """Each part of an entry with its text, in both languages where none is named."""
    for part in PARTS:
        wording: Wording = getattr(entry, part)
        for language in languages or LANGUAGES:
            yield part, wording.in_language(language)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said_aloud(text: str) -> str:
    """A text without code and placeholders: the words that a reader reads as words."""
    return re.sub(r"`[^`]*`|\{[a-z_]*\}", " ", text)


every_code = pytest.mark.parametrize("entry", all_explanations().values(), ids=lambda e: e.code)


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of one broken site for every code, by code."""
    found = defaultdict(list)
    for case in {case.code: case for case in CASES}.values():
        for problem in problems_of(case, tmp_path_factory.mktemp("site")):
            found[problem.code].append(problem)
    for code, raised_by in ELSEWHERE.items():
        found[code] += raised_by(tmp_path_factory.mktemp("site"))
    return found


def test_every_code_raised_is_in_the_catalogue_and_every_code_there_is_raised() -> None:
    assert codes_in_source() == set(all_explanations())


def test_every_code_has_a_broken_site() -> None:
    assert {case.code for case in CASES} | set(ELSEWHERE) == set(all_explanations())


def test_only_the_known_codes_are_warnings() -> None:
    warnings = {c for c, e in all_explanations().items() if e.severity is Severity.WARNING}
    assert warnings == WARNINGS


def test_codes_stand_in_order_and_once() -> None:
    codes = re.findall(r"^(BW\d{3}):", CATALOGUE.read_text("utf-8"), re.MULTILINE)
    assert codes == sorted(set(codes))


def test_every_entry_has_the_same_keys() -> None:
    raw = yaml.safe_load(CATALOGUE.read_text("utf-8"))
    for entry in raw.values():
        assert list(entry) == ["severity", *PARTS]
        assert all(list(entry[part]) == list(LANGUAGES) for part in PARTS)


def test_every_text_can_be_said_with_the_facts_of_real_problems(
    raised: dict[str, list[Problem]],
) -> None:
    assert set(raised) == set(all_explanations())
    for problems in raised.values():
        for problem in problems:
            for language in LANGUAGES:
                said = explain(problem, language)
                whole = f"{said.what} {said.why} {said.mend}"
                assert not re.search(r"[{}]|  |\bNone\b|Wording\(|\(\)|‘‘|``", whole), whole


@every_code
def test_both_languages_name_the_same_facts(entry: Explanation) -> None:
    for part in PARTS:
        wording: Wording = getattr(entry, part)
        dutch, english = placeholders(wording.nl), placeholders(wording.en)
        # What the operating system says is English only.
        assert dutch == english - {"reason"}, part


@every_code
def test_titles_and_reasons_name_no_facts(entry: Explanation) -> None:
    for part, text in texts(entry):
        assert part in {"what", "mend"} or not placeholders(text)


@every_code
def test_texts_are_filled_in_and_are_sentences(entry: Explanation) -> None:
    for part, text in texts(entry):
        assert text == " ".join(text.split())
        assert entry.code not in text
        if part == "title":
            assert 2 <= len(text.split()) <= 10
            assert text[-1] not in ".:"
            assert text[0].isupper()
        else:
            assert re.search(r"(?:[.?’:]|\{suggestion\})$", text), text
            assert text[0].isupper() or text[0] in "`{‘", text


@every_code
def test_sentences_are_short(entry: Explanation) -> None:
    for _, text in texts(entry):
        for sentence in re.split(r"(?<=[.?:;])\s", re.sub(r"`[^`]*`", "code", text)):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@every_code
def test_suggestions_follow_a_full_stop_at_once(entry: Explanation) -> None:
    for _, text in texts(entry):
        if entry.code != "BW119":
            assert text.count("{suggestion}") == text.count(".{suggestion}")


@every_code
def test_dutch_texts_hold_no_words_of_programmers(entry: Explanation) -> None:
    foreign = re.compile(rf"(?<![\w-])(?:{'|'.join(NOT_DUTCH)})(?![\w-])", re.IGNORECASE)
    for part, text in texts(entry, "nl"):
        words = said_aloud(text)
        assert not foreign.search(words), part
        assert not re.search(r"\b(?:u|uw)\b", words), (part, "je, not u")


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_unique(language: str) -> None:
    titles = [entry.title.in_language(language) for entry in all_explanations().values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("code", ["BW007", "BW009", "BW012", "BW016"])
def test_what_libyaml_says_in_english_is_not_shown(code: str) -> None:
    entry = all_explanations()[code]
    assert all("detail" not in placeholders(text) for _, text in texts(entry, "nl"))


def test_a_fact_about_a_person_is_never_repeated() -> None:
    entry = all_explanations()["BW115"]
    assert all("found" not in placeholders(text) for _, text in texts(entry))


def test_keys_in_examples_exist() -> None:
    known = set()
    for file in (*(SOURCE / "records").glob("*.py"), SOURCE / "settings.py"):
        known |= set(re.findall(r"^    (\w+): ", file.read_text("utf-8"), re.MULTILINE))
    for entry in all_explanations().values():
        for _, text in texts(entry):
            for key in re.findall(r"`(?:- )?([a-z_]+):(?!/|\})", text):
                assert key in known | {"mailto"}, (entry.code, key)


@every_code
def test_examples_are_right_yaml(entry: Explanation) -> None:
    for _, text in texts(entry):
        for example in re.findall(r"`((?:- )?[a-z_]+: [^`]+)`", text):
            read = read_yaml(re.sub(r"\{[a-z_]+\}", "naam", example))
            assert read.flaws == ()
            assert isinstance(read.data, dict | list)
