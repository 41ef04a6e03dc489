"""Words that claim more than a trial can show (domain rule 10)."""

from __future__ import annotations

import re

from brugwerk.first_look import any_case

OVERCLAIM = re.compile(
    r"\b(?:bewezen\s+effectie[fv]e?|effectief\s+bewezen|evidence[- ]based\s+bewezen|"
    r"wetenschappelijk\s+bewezen|proven\s+effective|scientifically\s+proven)\b",
    re.IGNORECASE,
)
MAY_OVERCLAIM = any_case("bewezen|proven")
