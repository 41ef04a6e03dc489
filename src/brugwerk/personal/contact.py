"""Ways to reach a person: mail addresses, also half hidden, phone numbers, and own profiles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import PhoneNumberType

from brugwerk.first_look import DIGIT, SIGN, SPACE, any_case
from brugwerk.personal.span import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIL = re.compile(
    r"(?<![\w.%+'-])[\w.%+'-]{1,64}(?:[@＠﹫]|&#0*64;|&#x0*40;|&commat;)"
    r"(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
MAY_BE_MAIL = r"[@＠﹫]|(?i:&#0*64;|&#x0*40;|&commat;)"
# Written so that a machine should miss it: "jan [at] school punt nl".
_HIDDEN_MAIL = re.compile(
    r"\b[\w.+-]{1,64}(?:\s(?:punt|dot)\s[\w-]{1,64}){0,2}\s{0,2}"
    r"(?:[\[({<]\s?(?:at|apenstaartje|aapje|@|bij)\s?[\])}>]|\s(?:at|apenstaartje|@)\s)\s{0,2}"
    r"(?P<host>[\w-]{1,63}(?:\s{0,2}(?:[\[({<]\s?(?:punt|dot|\.)\s?[\])}>]|\s(?:punt|dot)\s|\.)"
    r"\s{0,2}[\w-]{1,63}){1,3})",
    re.IGNORECASE,
)
_AT, _AT_IN_BRACKETS = any_case("at|apenstaartje|@"), any_case("at|apenstaartje|aapje|@|bij")
_DOT = any_case("punt|dot")
MAY_BE_HIDDEN_MAIL = (
    rf"(?:[\[({{<]{SPACE}?{_AT_IN_BRACKETS}{SPACE}?[\])}}>]|{SPACE}{_AT}{SPACE}){SPACE}*"
    rf"(?:{SIGN}|-)+{SPACE}*"
    rf"(?:[\[({{<]{SPACE}?(?:{_DOT}|\.){SPACE}?[\])}}>]|{SPACE}{_DOT}{SPACE}|\.){SPACE}*(?:{SIGN}|-)"
)
_NO_TOP_LEVEL = re.compile(r"[\d_]|^.$")
# Set apart for examples by RFC 2606; nobody can be reached there.
_EXAMPLE_HOST = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net|nl))?|invalid|test)$")
_HIDDEN_DOT = re.compile(
    r"\s*(?:[\[({<]\s?(?:punt|dot|\.)\s?[\])}>]|\s(?:punt|dot)\s|\.)\s*", re.IGNORECASE
)
_USUAL_TOP_LEVELS = frozenset(
    {*("nl", "be", "com", "org", "net", "eu", "info", "edu", "de", "uk", "nu", "school", "frl")}
)

_DIGITS = re.compile(
    r"(?:[+(](?<![\w.,/=#-].)|0(?<![\w.,/=#(+-].))[\d(][\d \t\u00a0().\-–/]{6,22}\d(?![\w]|[.,]\d)"
)
MAY_BE_PHONE = (
    rf"(?:(?:\A|[^\w.,/=#-])[+(]|(?:\A|[^\w.,/=#(+-])0)(?:{DIGIT}|[(])"
    rf"(?:{DIGIT}|[ \t().\-/]){{6}}"
)
_DATE = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d")
_NO_PERSON = {
    *(PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST),
    *(PhoneNumberType.UAN, PhoneNumberType.UNKNOWN),
}

_ACCOUNTS = (
    r"linkedin\.com/in|bsky\.app/profile|instagram\.com|facebook\.com|twitter\.com|threads\.net/@?|"
    r"tiktok\.com/@|youtube\.com/@|snapchat\.com/add"
)
_PROFILE = re.compile(
    rf"(?:\b(?:{_ACCOUNTS}|(?<![\w.-])x\.com)/?[\w.%-]{{2,60}})"
    r"|(?<![\w@./`#\\-])@[a-z_][\w.]{2,29}(?![\w@/])",
    re.IGNORECASE,
)
MAY_BE_PROFILE = rf"{any_case(_ACCOUNTS)}|(?:\A|[^\w.-])(?i:x\.com)|@{SIGN}"


def mail_addresses(text: str) -> Iterator[Span]:
    """Yield the mail addresses of a text, except those of the domains kept for examples."""
    for found in _MAIL.finditer(text):
        if _is_host(found["host"]):
            yield Span(found.start(), found.end(), Kind.MAIL)


def hidden_mail_addresses(text: str) -> Iterator[Span]:
    """Yield the mail addresses that are spelt out for people, such as "jan [at] school punt nl"."""
    for found in _HIDDEN_MAIL.finditer(text):
        host = _HIDDEN_DOT.sub(".", found["host"])
        if _is_host(host) and host.rpartition(".")[2].lower() in _USUAL_TOP_LEVELS:
            yield Span(found.start(), found.end(), Kind.MAIL)


def _is_host(host: str) -> bool:
    top_level = host.rpartition(".")[2]
    return not _NO_TOP_LEVEL.search(top_level) and not _EXAMPLE_HOST.search(host.lower())


def phone_numbers(text: str) -> Iterator[Span]:
    """Yield the phone numbers of a text, Dutch and Belgian ones also without a country.

    Free and premium numbers are no person's, and are passed by.
    """
    for found in _DIGITS.finditer(text):
        written = found.group()
        if (written[0] in "+(" or not _is_row_of_numbers(written)) and _is_phone_number(written):
            yield Span(found.start(), found.end(), Kind.PHONE)


def _is_row_of_numbers(written: str) -> bool:
    """Tell dates and rows such as "05 10 15 20 25" from numbers that one could dial."""
    groups = re.findall(r"\d+", written)
    counting = all(len(group) <= 2 for group in groups) and groups[0] not in {"06", "00"}
    return counting or groups[0] == "0" or _DATE.search(written) is not None


def _is_phone_number(written: str) -> bool:
    # In Belgium a nine-digit number is only told from other numbers by its groups.
    regions = ("NL", "BE") if re.search(r"\d[ ./-]\d", written) else ("NL",)
    for region in regions:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.number_type(number) not in _NO_PERSON
    return False


def profiles(text: str) -> Iterator[Span]:
    """Yield the links to, and names of, accounts on social media."""
    for found in _PROFILE.finditer(text):
        yield Span(found.start(), found.end(), Kind.PROFILE)
