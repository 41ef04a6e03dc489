"""The made-up lesson that the guide follows, as someone typed it in Word."""

from __future__ import annotations

import io
import random

import docx
from PIL import Image, ImageDraw

FILE = "sterren-tellen.docx"
ID = "sterren-tellen"
TITLE = "Sterren tellen zonder te tellen"
SUMMARY = (
    "Voor groep 5 en 6. Leerlingen schatten hoeveel sterren er op een foto staan, en leren "
    "waarom een klein stukje tellen genoeg is."
)
HEADING = "De les"
PICTURE = "Een donkere hemel vol kleine sterren"
GOALS = ("Je kunt een groot aantal schatten.", "Je kunt uitleggen hoe je dat deed.")
MATERIALS = ("een foto van de sterrenhemel", "een vel papier met een gat erin", "een potlood")
STEPS = (
    "Kijk tien tellen naar de foto. Schrijf op hoeveel sterren je denkt te zien.",
    "Leg het vel met het gat op de foto. Tel alleen wat je door het gat ziet.",
    "Hoe vaak past het gat op de foto? Reken uit hoeveel sterren er ongeveer zijn.",
    "Vergelijk met je buur. Waarom kwam je niet op hetzelfde uit?",
)
# A link that only the check can follow: the form does not see the files of the site.
LINK = "Gebruik het [telblad](files/telblad.docx)."
TEXT = "\n".join(
    [f"## {HEADING}", "", *(f"{n}. {step}" for n, step in enumerate(STEPS, 1)), "", LINK]
)


def word_file() -> bytes:
    """Return the lesson as a Word file, with headings, lists, a table and a picture."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(SUMMARY)
    document.add_paragraph("Tijd: 50 minuten")
    document.add_paragraph("Groep 5 en 6")
    for heading, items in (("Doelen", GOALS), ("Materialen", MATERIALS)):
        document.add_heading(heading, 1)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    document.add_heading(HEADING, 1)
    for step in STEPS:
        document.add_paragraph(step, style="List Number")
    document.add_picture(io.BytesIO(starry_sky()))
    document.add_heading("Waar let je op", 1)
    seen = (
        ("Wat je ziet", "Wat je doet"),
        ("Een leerling telt alles", "Vraag: hoe lang duurt dat nog?"),
        ("Een leerling gokt", "Vraag: hoe weet je dat?"),
    )
    table = document.add_table(rows=0, cols=2)
    for row in seen:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def starry_sky() -> bytes:
    """Return the picture of the lesson, the same stars every time."""
    stars = random.Random(7)  # noqa: S311 - the sky of a picture
    picture = Image.new("RGB", (640, 300), "#0d1b33")
    draw = ImageDraw.Draw(picture)
    for _ in range(180):
        x, y, size = stars.randrange(640), stars.randrange(300), stars.choice((1, 1, 1, 2))
        draw.ellipse((x, y, x + size, y + size), fill="#fff6d8")
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()
