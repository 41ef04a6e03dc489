"""The issue forms: which questions each one asks, read off the schema and the controlled lists.

The labels are the contract between a form and the reading of its answers, so both take them here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.questions import Element, Option, Question, Questioner
from brugwerk.records.adoption import Adoption
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.product import Product
from brugwerk.records.vocabulary import StageTerm, StatusTerm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from brugwerk.records.vocabulary import Vocabulary

BODY = "body"
AGREED = "agreed"


@dataclass(frozen=True)
class IssueForm:
    """One issue form.

    Attributes:
        id: What the command line and the links call it.
        name: What people choose.
        description: One sentence on when to choose it.
        title: How the title of the issue begins.
        mark: The label that the host puts on the issue; the workflow goes by it, in any language.
        intro: What someone reads first, as Markdown.
        questions: In the order in which they are asked.
        record: The kind of record that its answers become; empty where they stay an issue.
        fixed: What such a record holds without anyone being asked.
    """

    id: str
    name: str
    description: str
    title: str
    mark: str
    intro: str
    questions: tuple[Question, ...]
    record: str = ""
    fixed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of its file, by which a link chooses it."""
        return f"{self.id}.yml"


def issue_forms(vocabulary: Vocabulary, language: str) -> dict[str, IssueForm]:
    """Return the issue forms of a site by id.

    Args:
        vocabulary: The controlled lists.
        language: The language of the site.
    """
    makers: tuple[Callable[[Questioner], IssueForm], ...] = (_adoption, _product, _feedback)
    asks = Questioner(vocabulary, language)
    return {form.id: form for form in (make(asks) for make in makers)}


def _adoption(asks: Questioner) -> IssueForm:
    """Ask what every adoption holds, what some stage needs, and every single value beside it."""
    say = asks.says.text
    stages = [t for t in asks.vocabulary.lists["stages"].terms if isinstance(t, StageTerm)]
    needed = {need for stage in stages for need in stage.needs}

    def asked(about: FieldDescription) -> Iterator[Question]:
        wanting = [asks.words(stage.label) for stage in stages if about.key in stage.needs]
        when = say("Needed when the stage is: {stages}.").format(stages=", ".join(wanting))
        for question in asks.ask(about):
            said = " ".join(part for part in (question.description, when) if part)
            yield replace(question, description=said) if wanting else question

    return IssueForm(
        id="adoption",
        name=say("We use this product"),
        description=say("Your school looks at a product, uses it, or chose not to."),
        title=say("We use this product: "),
        mark="wij-gebruiken-dit",
        intro=say(
            "Thank you for telling. It takes about ten minutes. What you do not know yet, you leave"
            " empty. The editors read along, and then it becomes a page of your school."
        ),
        questions=(
            asks.record("product"),
            asks.record("school"),
            *(
                question
                for about in describe(Adoption)
                if about.required or about.key in needed or _is_one_value(about)
                for question in asked(about)
            ),
            _body(asks, say("Anything else that another school should know.")),
            _agreed(asks),
        ),
        record="adoption",
    )


def _product(asks: Questioner) -> IssueForm:
    """Ask what a draft holds, and what the status after it asks for."""
    say = asks.says.text
    terms = asks.vocabulary.lists["statuses"].terms
    statuses = sorted((t for t in terms if isinstance(t, StatusTerm)), key=lambda t: t.order)
    first, following = statuses[0], statuses[1]
    wanted = {key for keys in following.requires.values() for key in keys}
    fixed = {"status": first.id}
    return IssueForm(
        id="product",
        name=say("Propose a product"),
        description=say("A lesson, design or guideline that your network made, as a draft."),
        title=say("Product: "),
        mark="productvoorstel",
        intro=say(
            "Thank you for sharing. A title, a summary and a type are enough for a draft. What you"
            " do not know yet, you leave empty: you can add it later. You can add files later too."
        ),
        questions=(
            *(
                question
                for about in describe(Product)
                if (about.required or about.key in wanted) and about.key not in fixed
                for question in asks.ask(about)
            ),
            _body(asks, say("How you do it, step by step. Headings begin with ##.")),
            _agreed(asks),
        ),
        record="product",
        fixed=fixed,
    )


def _feedback(asks: Questioner) -> IssueForm:
    """Ask what someone wants to say of a product; it stays an issue between people."""
    say = asks.says.text
    fields = {about.key: about for about in describe(Adoption)}
    question_back = fields["question"]
    return IssueForm(
        id="feedback",
        name=say("Feedback on a product"),
        description=say("What you saw in class, what was not clear, or a question to the makers."),
        title=say("Feedback: "),
        mark="feedback",
        intro=say("Thank you for telling. The makers read it here and answer here."),
        questions=(
            asks.record("product"),
            *(replace(question, required=False) for question in asks.ask(fields["version"])),
            asks.record("school", required=False),
            Question(
                id="experience",
                label=say("What do you want to say?"),
                element=Element.TEXTAREA,
                kind=FieldKind.TEXT,
                description=say("What you did, what you saw, and what you would do differently."),
                required=True,
            ),
            *(replace(question, required=False) for question in asks.ask(question_back)),
            _agreed(asks),
        ),
    )


def _is_one_value(about: FieldDescription) -> bool:
    return about.kind is not FieldKind.GROUP and not about.many


def _body(asks: Questioner, description: str) -> Question:
    return Question(
        id=BODY,
        label=asks.says.text("Tell more"),
        element=Element.TEXTAREA,
        kind=FieldKind.TEXT,
        description=description,
    )


def _agreed(asks: Questioner) -> Question:
    say = asks.says.text
    promises = (
        say("I name roles, not people, and nothing by which someone recognises a pupil."),
        say("I understand that what I write here is public."),
    )
    return Question(
        id=AGREED,
        label=say("Agreements"),
        element=Element.CHECKBOXES,
        kind=FieldKind.YES_NO,
        required=True,
        many=True,
        options=tuple(Option(promise, True) for promise in promises),
    )
