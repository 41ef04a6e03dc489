"""Controlled lists: ``vocabulary/<scheme>.yml``. A new term, or a new list, needs no code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Generic, TypeVar

from pydantic import Field, StringConstraints

from brugwerk.records.fields import Id, Line, Many, Shape, Text, WebAddress

TermId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]

AGES_PATTERN = r"^\d{1,2}-(\d{1,2})?$"


class Label(Shape):
    """A short text in both languages of the interface."""

    nl: Line
    en: Line


class Prose(Shape):
    """A longer text in both languages of the interface."""

    nl: Text
    en: Text


class VocabularyTerm(Shape):
    """One term of any list.

    Attributes:
        id: What records write.
        label: What people read.
        description: What the term means here.
        synonyms: Other words that people search with.
        external: Ids in standards, by name of the standard.
        ages: The typical age of the pupils, such as ``8-12``, or ``18-`` where it has no end.
    """

    id: TermId
    label: Label
    description: Prose | None = None
    synonyms: Many[Line] = ()
    external: Mapping[str, Line] = Field(default_factory=dict)
    ages: Annotated[str, StringConstraints(pattern=AGES_PATTERN)] | None = None


class ProductTypeTerm(VocabularyTerm):
    """A kind of product, with the heading of its list."""

    plural: Label


class StatusTerm(VocabularyTerm):
    """A status of a product; ``requires`` names the keys it asks for, by product type or ``all``."""

    order: int
    requires: Mapping[str, Many[Line]] = Field(default_factory=dict)


class StageTerm(VocabularyTerm):
    """A stage of an adoption.

    Attributes:
        order: Its place on the way; absent where an adoption has ended.
        in_use: Whether the school works with the product, or did.
        needs: What an adoption in this stage must hold.
        in_words: What the stage means, as a sentence.
    """

    order: int | None = None
    in_use: bool = False
    needs: Many[Line] = ()
    in_words: Prose


class PhaseTerm(VocabularyTerm):
    """A kind of phase; ``closing`` kinds end a programme, ``making`` kinds work on products."""

    making: bool = False
    closing: bool = False


class ProgrammePhase(Shape):
    """One phase that a programme brings along."""

    id: Id
    kind: Id
    year: int
    cycle: int | None = None
    goal: Prose
    decision: Prose | None = None


class ProgrammeTerm(VocabularyTerm):
    """A programme with its default phases; the list is empty where a network brings its own."""

    years: int | None = None
    in_words: Prose
    phases: Many[ProgrammePhase] = ()


class Poles(Shape):
    """The two ends of an aspect, of equal standing."""

    left: Label
    right: Label


class AspectTerm(VocabularyTerm):
    """An aspect to talk about; with the question that opens the talk."""

    poles: Poles
    question: Prose


class SignalTerm(VocabularyTerm):
    """A signal in a network: what one sees, and what to do in which direction."""

    direction: Id
    see: tuple[Prose, ...] = Field(strict=False)
    do: tuple[Prose, ...] = Field(strict=False)


class LevelTerm(VocabularyTerm):
    """A school year, with the sectors in which it occurs."""

    sectors: Many[Id]


class LicenceTerm(VocabularyTerm):
    """A licence by its SPDX id; ``in_words`` says what a teacher may do."""

    url: WebAddress
    in_words: Prose


class RoleTerm(VocabularyTerm):
    """What somebody does in a network or a school.

    Attributes:
        one_at_a_small_school: Whether a small school has one person in this role at most, so
            that the role is as good as a name there.
    """

    one_at_a_small_school: bool = False


class PlaceTerm(VocabularyTerm):
    """Where a user stands as seen from the makers of a product."""

    outside_maker_class: bool = False
    outside_network: bool = False


TERM_SHAPES: Mapping[str, type[VocabularyTerm]] = {
    "product-types": ProductTypeTerm,
    "statuses": StatusTerm,
    "stages": StageTerm,
    "phases": PhaseTerm,
    "programmes": ProgrammeTerm,
    "aspects": AspectTerm,
    "signals": SignalTerm,
    "levels": LevelTerm,
    "licences": LicenceTerm,
    "user-places": PlaceTerm,
    "roles": RoleTerm,
}

AnyTerm = TypeVar("AnyTerm", bound=VocabularyTerm)


class VocabularyList(Shape, Generic[AnyTerm]):
    """One file of ``vocabulary/``."""

    label: Label
    description: Prose | None = None
    terms: tuple[AnyTerm, ...] = Field(strict=False)

    @cached_property
    def by_id(self) -> dict[str, AnyTerm]:
        """The terms by id, in the order of the file."""
        return {term.id: term for term in self.terms}


@dataclass(frozen=True)
class Vocabulary:
    """All controlled lists by scheme, which is the file's name."""

    lists: Mapping[str, VocabularyList[VocabularyTerm]]

    def ids(self) -> dict[str, frozenset[str]]:
        """Return the ids of every list, as the shapes of records need them."""
        return {scheme: frozenset(entry.by_id) for scheme, entry in self.lists.items()}

    def term(self, scheme: str, term_id: str) -> VocabularyTerm:
        """Return one term.

        Raises:
            KeyError: The list or the term does not exist.
        """
        return self.lists[scheme].by_id[term_id]

    def label(self, scheme: str, term_id: str, language: str) -> str:
        """Return what people read for a term, in ``language``."""
        label = self.term(scheme, term_id).label
        return label.en if language == "en" else label.nl

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.lists))

    def status(self, term_id: str) -> StatusTerm:
        """Return a status of a product."""
        return self._as(StatusTerm, "statuses", term_id)

    def stage(self, term_id: str) -> StageTerm:
        """Return a stage of an adoption."""
        return self._as(StageTerm, "stages", term_id)

    def phase(self, term_id: str) -> PhaseTerm:
        """Return a kind of phase."""
        return self._as(PhaseTerm, "phases", term_id)

    def programme(self, term_id: str) -> ProgrammeTerm:
        """Return a programme."""
        return self._as(ProgrammeTerm, "programmes", term_id)

    def aspect(self, term_id: str) -> AspectTerm:
        """Return an aspect of reflection."""
        return self._as(AspectTerm, "aspects", term_id)

    def place(self, term_id: str) -> PlaceTerm:
        """Return a place of users."""
        return self._as(PlaceTerm, "user-places", term_id)

    def licence(self, term_id: str) -> LicenceTerm:
        """Return a licence by its SPDX id."""
        return self._as(LicenceTerm, "licences", term_id)

    def roles(self) -> tuple[RoleTerm, ...]:
        """Return the roles, in the order of the file."""
        terms = self.lists["roles"].terms if "roles" in self.lists else ()
        return tuple(term for term in terms if isinstance(term, RoleTerm))

    def signals(self) -> tuple[SignalTerm, ...]:
        """Return the signals, in the order of the file."""
        terms = self.lists["signals"].terms if "signals" in self.lists else ()
        return tuple(term for term in terms if isinstance(term, SignalTerm))

    def _as(self, shape: type[AnyTerm], scheme: str, term_id: str) -> AnyTerm:
        term = self.term(scheme, term_id)
        if not isinstance(term, shape):
            raise TypeError(f"{scheme}/{term_id} is not a {shape.__name__}")
        return term
