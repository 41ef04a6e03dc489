"""Made records: sound, of Dutch text that means nothing, to measure on a site of any size.

The same seed makes the same records on every machine. The words stand in ``words.yml``.
"""

from bench.corpus.filling import fill, records
from bench.corpus.nation import NATIONAL, Size
from bench.corpus.writer import Record

__all__ = ["NATIONAL", "Record", "Size", "fill", "records"]
