"""Fuzz one target guided by coverage; ``python -m tests.fuzz.run TARGET SECONDS [SEED]``.

Atheris ends the process: exit code 0 after the time, another one with the bytes that went wrong.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["brugwerk"], enable_loader_override=False):
    import brugwerk.check.everything
    import brugwerk.render.markdown_text  # noqa: F401 - likewise

from tests.fuzz.corpus import MOST_BYTES, sound_records, write_corpus
from tests.fuzz.mutation import mutated
from tests.fuzz.targets import TARGETS, ready

SLOWEST_SECONDS = 20
MOST_MEGABYTES = 2_000


def main() -> None:
    """Fuzz until the time is over or something goes wrong."""
    name, seconds, seed = sys.argv[1], sys.argv[2], (sys.argv[3:] or ["1"])[0]
    targets = ready()
    target = TARGETS[name]
    records = [record for _, record in sorted(sound_records().items())]

    def change(data: bytes, most: int, at: int) -> bytes:
        """Change what is there, or every other time begin again from a sound record."""
        random = Random(at)  # noqa: S311 - not a secret
        if at % 2:
            return atheris.Mutate(data, most)
        return mutated(random.choice(records), random)[:most]

    corpus = Path(tempfile.mkdtemp(prefix="brugwerk-corpus-"))
    write_corpus(corpus)
    atheris.Setup(
        [
            "fuzz",
            str(corpus),
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            f"-timeout={SLOWEST_SECONDS}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-max_len={MOST_BYTES}",
            f"-artifact_prefix={corpus}/wrong-",
            "-print_final_stats=1",
        ],
        lambda data: target(targets, data),
        custom_mutator=change,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
