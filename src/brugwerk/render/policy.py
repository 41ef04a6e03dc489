"""What a page may load and run: its own site's files, and nothing that stands in the page itself.

The policy is set in every page, and hosts can send the same one as a header (SECURITY.md). It is
the second lock: contributed text is cleaned long before, and what would slip through cannot run.
"""

from __future__ import annotations

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        # The theme draws its icons with data: addresses in its style sheet.
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'self'",
    )
)
